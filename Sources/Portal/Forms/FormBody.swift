internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// What a form of a page sent: `application/x-www-form-urlencoded`, or `multipart/form-data` where it has a file.
struct FormBody {
    /// The fields by name.
    private(set) var fields: [String: String]
    /// The files by the name of their field.
    private(set) var files: [String: [UInt8]] = [:]

    /// Reads a form of a session. One without the session's key was not made by a page of ours.
    init(_ request: Request, _ context: PortalRequestContext) async throws {
        try await self.init(request)
        guard let key = context.formKey, fields["formKey"] == key else { throw ProblemDetails.strangeForm }
    }

    /// Reads a form of somebody who has not signed in, which changes nothing in anyone's name.
    init(stranger request: Request) async throws { try await self.init(request) }

    private init(_ request: Request) async throws {
        let bytes: ByteBuffer
        do {
            bytes = try await request.body.collect(upTo: PortalLimits.uploadBytes)
        } catch is NIOTooManyBytesError {
            throw ProblemDetails.formTooLarge
        } catch {
            throw ProblemDetails(.badRequest, "the form did not arrive in full")
        }
        let contentType = request.headers[.contentType] ?? ""
        if let form = MultipartForm(contentType: contentType, body: Array(bytes.readableBytesView)) {
            (fields, files) = (form.fields, form.files)
        } else if contentType.hasPrefix("application/x-www-form-urlencoded"),
            bytes.readableBytes <= PortalLimits.bodyBytes,
            let fields = try? URLEncodedFormDecoder().decode([String: String].self, from: String(buffer: bytes))
        {
            self.fields = fields
        } else if bytes.readableBytes > PortalLimits.bodyBytes {
            throw ProblemDetails.formTooLarge
        } else {
            throw ProblemDetails(.badRequest, "this is no form that a page of the portal sends")
        }
    }

    /// The text of a field, without blanks around it; empty where there is none.
    subscript(name: String) -> String {
        let text = fields[name] ?? ""
        return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension ProblemDetails {
    fileprivate static let strangeForm = ProblemDetails(
        .forbidden,
        "the form was made for another session, or by another site; open the page again and send it from there")
    fileprivate static let formTooLarge = ProblemDetails(
        .contentTooLarge,
        "a form has at most \(PortalLimits.bodyBytes) bytes, one with a file \(PortalLimits.uploadBytes); send less at once"
    )
}
