extension Array where Element: Sendable {
    /// Prepares the elements in pieces on all processors, and takes each in turn, in their order, while later ones are still
    /// being prepared.
    /// - parameter prepare: Depends on its element alone.
    func inPieces<Value: Sendable>(
        preparing prepare: @escaping @Sendable (Element) -> Value, _ take: ([Value]) -> Void
    ) async {
        guard count > PipelineLimits.piece else { return take(map(prepare)) }
        await withTaskGroup(of: (number: Int, values: [Value]).self) { group in
            var begun = 0
            func begin() {
                let (number, start) = (begun, begun * PipelineLimits.piece)
                guard start < count else { return }
                let piece = Array(self[start..<Swift.min(start + PipelineLimits.piece, count)])
                group.addTask { (number, piece.map(prepare)) }
                begun += 1
            }
            for _ in 0..<PipelineLimits.pieces { begin() }
            var early: [Int: [Value]] = [:]
            var next = 0
            for await piece in group {
                early[piece.number] = piece.values
                begin()
                while let values = early.removeValue(forKey: next) {
                    take(values)
                    next += 1
                }
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
}
