/// One page of a listing, and where it goes on.
struct Page {
    private let items: [JSON]
    private let next: Cursor?

    /// A page of rows, of which one more than the limit was read if there is one.
    /// - parameter key: Where a row stands in the order of the listing.
    /// - parameter item: A row as it is shown.
    init<Row>(_ rows: [Row], limit: Int, key: (Row) -> String, item: (Row) throws -> JSON) rethrows {
        let shown = rows.prefix(limit)
        items = try shown.map(item)
        next = rows.count > limit ? shown.last.map { Cursor(last: key($0)) } : nil
    }

    private init() { (items, next) = ([], nil) }

    /// A listing of nothing.
    static let empty = Page()

    /// `{"items": […], "next": …}`; next is null on the last page.
    var json: JSON { .object([("items", .list(items)), ("next", .text(next?.description))]) }
}
