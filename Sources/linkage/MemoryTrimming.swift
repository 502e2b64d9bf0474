import Foundation
import ServiceLifecycle

#if os(Linux)
import CMalloc
#endif

/// Gives memory back to the system. glibc keeps what was freed, unless it lies at the end of a pool: what a burst of records
/// took would stay taken, two hundred megabytes and more after a market of 20,000 suppliers has been read.
///
/// Looking through the pools holds up who asks for memory meanwhile, so it is done only where much may be found.
struct MemoryTrimming: Service {
    private static let pause = Duration.seconds(30)
    /// How much more memory than after the last time is worth a look.
    private static let growthBytes = 33_554_432

    func run() async throws {
        #if os(Linux)
        try? await cancelWhenGracefulShutdown {
            var leastBytes = 0
            while true {
                try await Task.sleep(for: Self.pause)
                if let bytes = residentBytes(), bytes > leastBytes + Self.growthBytes {
                    malloc_trim(0)
                    leastBytes = residentBytes() ?? bytes
                }
            }
        }
        #else
        try? await gracefulShutdown()
        #endif
    }

    /// The process's memory, after proc(5): the second number of `statm` is in pages.
    private func residentBytes() -> Int? {
        guard let numbers = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        return numbers.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * Int(getpagesize()) }
    }
}
