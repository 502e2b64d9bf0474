internal import Mustache

/// What a view holds, as fields and lists.
///
/// A template looks at a view for every tag, and climbs through those around it where it finds nothing; swift-mustache
/// reflects a structure anew each time, with all its fields. Here each is reflected once. Texts and fields have types of
/// their own, which the library tells apart sooner than a `String` and a `Dictionary`; they represent themselves, since it asks
/// each whether it does, and a no takes it longer.
enum Snapshot {
    /// The fields of a structure by their names, without those that are nil; a value that is none as it is.
    static func of(_ value: Any) -> Any {
        if let text = value as? String { return Shown(text) }
        if value is Bool || value is Markup || value is Catalogue { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .struct:
            var fields: [String: Any] = [:]
            for case (let name?, let value) in mirror.children {
                // Most are texts; asked first, since a reflection to see whether a value is optional takes longer.
                fields[name] = (value as? String).map(Shown.init) ?? unwrapped(value).map { of($0) }
            }
            return Fields(fields: fields)
        case .collection: return (value as? [Any] ?? mirror.children.map(\.value)).map { of($0) }
        default: return value
        }
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }

    /// A text.
    struct Shown: MustacheCustomRenderable, MustacheCustomRepresentation {
        let renderText: String
        let isNull = false
        var representation: Any? { self }

        init(_ text: String) { renderText = text }
    }

    /// A structure.
    private struct Fields: MustacheParent, MustacheCustomRepresentation {
        let fields: [String: Any]
        var representation: Any? { self }

        func child(named name: String) -> Any? { fields[name] }
    }
}
