import Matching
import Testing

@testable import Pipeline

/// Which headings are told of at the end of a batch.
@Suite struct GapWatchTests {
    private static let start: Int64 = 1_767_578_400_000

    private static func heading(_ number: Int) -> HSCode {
        guard let code = HSCode("\(8_400 + number)") else { preconditionFailure("\(number) gives no heading") }
        return code
    }

    private static let headings = (0..<10).map(heading)

    @Test func `What has little to look at is told at once`() {
        var watch = GapWatch()
        watch.note(Set(Self.headings), at: Self.start, isTick: false)
        #expect(watch.due(at: Self.start) { _ in 1 } == Self.headings)
        #expect(watch.due(at: Self.start) { _ in 1 } == [])
    }

    @Test func `What has much is told one after the other, and nothing of it is lost`() {
        var watch = GapWatch()
        watch.note(Set(Self.headings), at: Self.start, isTick: false)
        var told: [HSCode] = []
        var times: [Int64] = []
        for step in 0..<10_000 {
            let now = Self.start + Int64(step) * 50
            let due = watch.due(at: now) { _ in 100 }
            told += due
            times += due.map { _ in now }
            if told.count == Self.headings.count { break }
        }
        #expect(told == Self.headings)
        // The first is told at once; then as many requirements are looked at in a second as may be, save those of the
        // beginning.
        let looked = 9 * 100 - PipelineLimits.gapRequirements
        let least = looked * 1_000 / PipelineLimits.gapRequirementsPerSecond
        #expect((least...least + 9 * 50).contains((times.last ?? 0) - (times.first ?? 0)))
    }

    @Test func `Those that were told the longest ago come first`() {
        var watch = GapWatch()
        watch.note([Self.headings[1]], at: Self.start, isTick: false)
        #expect(watch.due(at: Self.start) { _ in 1 } == [Self.headings[1]])
        watch.note([Self.headings[0], Self.headings[1]], at: Self.start, isTick: false)
        let later = Self.start + PipelineLimits.gapMilliseconds
        #expect(watch.due(at: later) { _ in 1 } == [Self.headings[0], Self.headings[1]])
        watch.note([Self.headings[0], Self.headings[1]], at: Self.start, isTick: false)
        #expect(watch.due(at: later + 59_999) { _ in 1 } == [])
    }

    @Test func `Where nothing is published all are told`() {
        var watch = GapWatch()
        watch.note(Set(Self.headings), at: Self.start, isTick: false)
        #expect(watch.due(at: Self.start) { _ in 1_000 } == [Self.headings[0]])
        #expect(watch.due(at: Self.start + 1) { _ in 1_000 } == [])
        let later = Self.start + PipelineLimits.gapMilliseconds
        watch.note([], at: later, isTick: true)
        #expect(watch.due(at: later) { _ in 1_000 } == Array(Self.headings.dropFirst()))
    }

    @Test func `A heading of which very much is unmet holds up others for a minute at most`() {
        var watch = GapWatch()
        watch.note(Set(Self.headings), at: Self.start, isTick: false)
        #expect(watch.due(at: Self.start) { _ in .max / 1_000_000 } == [Self.headings[0]])
        let later = Self.start + PipelineLimits.gapMilliseconds
        watch.note([], at: later + 50, isTick: false)
        #expect(watch.due(at: later) { _ in 1 } == [])
        #expect(watch.due(at: later + 50) { _ in 1 } == [Self.headings[1]])
    }
}
