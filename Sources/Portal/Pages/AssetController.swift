internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Serves the description of the API, the style sheet, the icon, the script, and Chart.js where Debian's package has put it.
struct AssetController {
    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("assets/linkage.css") { _, _ in Self.response(StyleSheet.text, "text/css; charset=utf-8") }
        routes.get("openapi.yaml") { _, _ in Self.response(OpenAPIDocument.text, "application/yaml") }
        routes.get("assets/linkage.js") { _, _ in Self.response(Script.text, "text/javascript; charset=utf-8") }
        routes.get("assets/chart.js") { _, _ in
            guard let script = Self.chart else { throw ProblemDetails.unknownRoute }
            return Self.response(script, "text/javascript; charset=utf-8")
        }
        routes.get("assets/linkage.svg") { _, _ in Self.response(Icon.text, "image/svg+xml") }
    }

    /// Chart.js of Debian's libjs-chart.js; nil where it is not installed. The tables then stand alone.
    private static let chart = try? String(
        contentsOfFile: "/usr/share/javascript/chart.js/chart.min.js", encoding: .utf8)

    private static func response(_ text: String, _ contentType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: contentType, .cacheControl: "max-age=\(PortalLimits.assetSeconds)"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
