import Foundation
import ServiceLifecycle

#if os(Linux)
import CMalloc
#endif

/// Gives memory back to the system. glibc keeps what was freed, unless it lies at the end of a pool: what a burst of records
/// took would stay taken, two hundred megabytes and more after a market of 20,000 suppliers has been read.
///
/// Looking through the pools holds up who asks for memory meanwhile, so it is done where the process has grown, and now and
/// then.
struct MemoryTrimming: Service {
    private static let pause = Duration.seconds(30)
    /// How much more memory than after the last time is worth a look.
    private static let growthBytes = 33_554_432
    /// After how many pauses it looks anyway: the last time may have been in the midst of a burst.
    private static let pausesMax = 10

    func run() async throws {
        #if os(Linux)
        try? await cancelWhenGracefulShutdown {
            var (bytesBefore, pauses) = (0, 0)
            while true {
                try await Task.sleep(for: Self.pause)
                pauses += 1
                guard pauses == Self.pausesMax || residentBytes() > bytesBefore + Self.growthBytes else { continue }
                malloc_trim(0)
                (bytesBefore, pauses) = (residentBytes(), 0)
            }
        }
        #else
        try? await gracefulShutdown()
        #endif
    }

    /// The process's memory, after proc(5): the second number of `statm` is in pages. 0 where it can't be read.
    private func residentBytes() -> Int {
        let numbers = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (numbers.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize())
    }
}
