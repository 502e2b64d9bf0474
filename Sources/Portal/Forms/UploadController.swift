internal import Contracts
internal import Foundation
internal import Hummingbird
internal import Pipeline

/// Publishes many records from a CSV file: first a preview of what is in it and what is wrong, then the rest.
struct UploadController {
    let portal: Portal
    let pages: PageLibrary

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("upload/:subject", use: ask)
        routes.post("upload/:subject", use: send)
    }

    private func subject(_ context: PortalRequestContext) throws -> Subject {
        guard let subject = context.parameters.get("subject").flatMap(Subject.init(rawValue:)) else {
            throw ProblemDetails.unknownRoute
        }
        let role = try context.member.role
        guard role.publishes(subject) else { throw ProblemDetails.notForRole(role) }
        return subject
    }

    private func frame(_ request: Request, _ context: PortalRequestContext) -> Frame {
        Frame(request, context, title: Catalogue(language: Language(request))[.upload])
    }

    @Sendable private func ask(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let subject = try subject(context)
        return pages.page(.upload, UploadView(frame(request, context), subject, nil)).response()
    }

    /// A file is previewed; the preview, sent back, is published: its records without faults.
    @Sendable private func send(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let (subject, member) = try (subject(context), context.member)
        let body = try await FormBody(request, context)
        let bytes = body.files["file"] ?? Array((body.fields["content"] ?? "").utf8)
        let preview = UploadPreview(bytes, of: subject, member, portal.resolver)
        var published: Int?
        if body["action"] == "publish" {
            // What a key has said already is a repeat, so sending the same file twice is harmless.
            if !preview.messages.isEmpty { _ = try await portal.publisher.publish(preview.messages) }
            published = preview.messages.count
        }
        let content = published == nil ? String(validating: bytes, as: UTF8.self) : nil
        return pages.page(
            .upload,
            UploadView(frame(request, context), subject, preview, content: content, published: published)
        ).response(status: preview.faults.isEmpty || published != nil ? .ok : .unprocessableContent)
    }
}

/// What is in a file of records, line by line.
struct UploadPreview {
    /// The records that can be published, in order.
    private(set) var messages: [PublishedMessage] = []
    /// What is wrong: `line`, and each refusal.
    private(set) var faults: [(line: Int, refusal: Refusal)] = []

    init(_ bytes: [UInt8], of subject: Subject, _ member: Principal, _ resolver: Resolver) {
        var file = RecordFile(ByteSource(bytes), subject: subject, format: .csv)
        // Bytes in memory can always be read.
        while let record = try? file.next() {
            guard messages.count + faults.count < PortalLimits.uploadRecords else {
                faults.append(
                    (
                        record.line,
                        Refusal(.tooMany, "a page takes \(PortalLimits.uploadRecords) records; use linkage publish")
                    ))
                return
            }
            do throws(Refusals) {
                messages.append(try Self.message(record, subject, member, resolver))
            } catch {
                faults += error.all.map { (record.line, $0) }
            }
        }
    }

    private static func message(
        _ record: FileRecord, _ subject: Subject, _ member: Principal, _ resolver: Resolver
    ) throws(Refusals) -> PublishedMessage {
        let json: [UInt8]
        switch record.content {
        case .success(let bytes): json = bytes
        case .failure(let refusal): throw Refusals(refusal)
        }
        let message = try RecordCodec.decode(subject: subject, contentType: ContentType.json.rawValue, value: json)
            .flatMap(resolver.checked).get()
        guard member.publishes(subject, of: message.owner) else {
            throw Refusals(Refusal(.foreignOwner, field: "owner", "it must be \(member.organisation)"))
        }
        return message
    }
}

/// The page of an upload: the file to choose, the preview, or what was published.
struct UploadView: PageView {
    let frame: Frame
    let t: Catalogue
    let subject: String
    let heading: String
    let rows: [Row]
    let hasRows: Bool
    let good: String
    let faults: [Fault]
    let hasFaults: Bool
    /// The file, for sending the preview back; nil where there is none.
    let content: String?
    let canPublish: Bool
    /// How many were published; nil before.
    let published: String?

    struct Row: Sendable {
        let id, words: String
    }

    struct Fault: Sendable {
        let line, path, words: String
    }

    init(_ frame: Frame, _ subject: Subject, _ preview: UploadPreview?, content: String? = nil, published: Int? = nil) {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        self.subject = subject.rawValue
        heading = Text(rawValue: subject.rawValue).map { t[$0] } ?? subject.rawValue
        let messages = preview?.messages ?? []
        rows = messages.prefix(PortalLimits.pageItems).map { message in
            Row(id: message.id, words: String(decoding: message.encodeJSON(), as: UTF8.self))
        }
        hasRows = !rows.isEmpty && published == nil
        good = figures.count(messages.count)
        faults = (preview?.faults ?? []).prefix(PortalLimits.pageItems).map {
            Fault(line: figures.count($0.line), path: $0.refusal.field, words: t.words(of: $0.refusal))
        }
        hasFaults = !faults.isEmpty
        self.content = content
        canPublish = !messages.isEmpty && content != nil
        self.published = published.map { figures.count($0) }
    }
}
