internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Serves the style sheet and the icon.
struct AssetController {
    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("assets/linkage.css") { _, _ in Self.response(StyleSheet.text, "text/css; charset=utf-8") }
        routes.get("assets/linkage.svg") { _, _ in Self.response(Icon.text, "image/svg+xml") }
    }

    private static func response(_ text: String, _ contentType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: contentType, .cacheControl: "max-age=\(PortalLimits.assetSeconds)"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
