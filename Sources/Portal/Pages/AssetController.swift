internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Serves the description of the API, the style sheet, the icon, the script, and Bootstrap, Chart.js and Leaflet where
/// Debian's packages have put them.
struct AssetController {
    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("assets/linkage.css") { _, _ in Self.response(StyleSheet.text, "text/css; charset=utf-8") }
        routes.get("openapi.yaml") { _, _ in Self.response(OpenAPIDocument.text, "application/yaml") }
        routes.get("assets/linkage.js") { _, _ in Self.response(Script.text, "text/javascript; charset=utf-8") }
        for (name, text, contentType) in Self.libraries {
            routes.get(RouterPath("assets/" + name)) { _, _ in
                guard let text else { throw ProblemDetails.unknownRoute }
                return Self.response(text, contentType)
            }
        }
        routes.get("assets/linkage.svg") { _, _ in Self.response(Icon.text, "image/svg+xml") }
    }

    /// Of Debian's packages libjs-bootstrap5, libjs-chart.js and libjs-leaflet; nil where they are not installed. Pages are
    /// then plain, and tables stand alone.
    private static let libraries = [
        ("bootstrap.css", file("bootstrap5/css/bootstrap.min.css"), "text/css; charset=utf-8"),
        ("chart.js", file("chart.js/chart.min.js"), "text/javascript; charset=utf-8"),
        ("leaflet.js", file("leaflet/leaflet.js"), "text/javascript; charset=utf-8"),
        ("leaflet.css", file("leaflet/leaflet.css"), "text/css; charset=utf-8"),
    ]

    private static func file(_ path: String) -> String? {
        try? String(contentsOfFile: "/usr/share/javascript/" + path, encoding: .utf8)
    }

    private static func response(_ text: String, _ contentType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: contentType, .cacheControl: "max-age=\(PortalLimits.assetSeconds)"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
