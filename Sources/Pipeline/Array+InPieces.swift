internal import EventLog

extension Array where Element: Sendable {
    /// Prepares the elements in pieces on all processors, and takes the pieces in the order of the elements, each while later
    /// ones are still being prepared. All are taken, also where the task is cancelled.
    /// - parameter size: How large an element is, in bytes. What is made of it can be many times as large, so a few large
    ///   elements are a piece.
    /// - parameter prepare: Depends on its element alone.
    /// - parameter take: Is given what was made of a piece.
    func inPieces<Value: Sendable>(
        size: (Element) -> Int = { _ in 0 }, preparing prepare: @escaping @Sendable (Element) -> Value,
        _ take: ([Value]) -> Void
    ) async {
        let pieces = pieces(size)
        guard pieces.count > 1 else { return pieces.forEach { take($0.map(prepare)) } }
        await withTaskGroup(of: (number: Int, values: [Value]).self) { group in
            var (begun, next) = (0, 0)
            var early: [Int: [Value]] = [:]
            func begin() {
                while begun < pieces.count, begun - next < PipelineLimits.piecesAtATime {
                    let (number, piece) = (begun, pieces[begun])
                    group.addTask { (number, piece.map(prepare)) }
                    begun += 1
                }
            }
            begin()
            for await piece in group {
                early[piece.number] = piece.values
                while let values = early.removeValue(forKey: next) {
                    take(values)
                    next += 1
                }
                begin()
            }
        }
    }

    /// What each element becomes, worked out on all processors.
    /// - parameter transform: Depends on its element alone.
    func mappedInPieces<Value: Sendable>(_ transform: @escaping @Sendable (Element) -> Value) async -> [Value] {
        var all: [Value] = []
        all.reserveCapacity(count)
        await inPieces(preparing: transform) { all += $0 }
        return all
    }

    private func pieces(_ size: (Element) -> Int) -> [ArraySlice<Element>] {
        var pieces: [ArraySlice<Element>] = []
        var (start, bytes) = (0, 0)
        for index in indices {
            bytes += size(self[index])
            let isWhole = index + 1 - start == PipelineLimits.piece.records || bytes >= PipelineLimits.piece.bytes
            guard isWhole || index + 1 == count else { continue }
            pieces.append(self[start...index])
            (start, bytes) = (index + 1, 0)
        }
        return pieces
    }
}

extension [Record] {
    /// Reads the records in pieces and takes what was read of each in turn, but nil; see `inPieces(size:preparing:_:)`.
    func inPieces<Value: Sendable>(
        reading read: @escaping @Sendable (Record) -> Value?, _ take: (Value) -> Void
    ) async {
        await inPieces(size: { $0.value?.count ?? 0 }, preparing: read) { values in
            for case let value? in values { take(value) }
        }
    }
}
