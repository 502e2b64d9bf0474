import Foundation
import Synchronization
import Testing

/// A running `LogProbe`, and what it says.
final class Probe: Sendable {
    private let process: Mutex<Process>
    private let identifier: Int32
    private let input: FileHandle
    private let lines: AsyncStream<String>

    /// Starts the probe; it is killed when it takes longer than a minute.
    init(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = try Self.executable()
        process.arguments = arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        let (lines, continuation) = AsyncStream<String>.makeStream()
        self.lines = lines
        self.input = input.fileHandleForWriting
        try process.run()
        identifier = process.processIdentifier
        self.process = Mutex(process)
        Thread.detachNewThread {
            while let line = Self.readLine(output.fileHandleForReading.fileDescriptor) { continuation.yield(line) }
            continuation.finish()
        }
        let identifier = identifier
        DispatchQueue.global().asyncAfter(deadline: .now() + 60) { [weak self] in
            if self != nil { Foundation.kill(identifier, SIGKILL) }
        }
    }

    deinit { Foundation.kill(identifier, SIGKILL) }

    /// What the probe says until it says a line that begins so; fails when it ends before.
    func lines(until prefix: String, times: Int = 1) async throws -> [String] {
        var said: [String] = []
        var remaining = times
        for await line in lines {
            said.append(line)
            if line.hasPrefix(prefix) { remaining -= 1 }
            if remaining == 0 { return said }
        }
        try #require(remaining == 0, "the probe ended before it said \(prefix); it said \(said.suffix(3))")
        return said
    }

    /// What the probe still says before it ends.
    func rest() async -> [String] {
        var said: [String] = []
        for await line in lines { said.append(line) }
        await ended()
        return said
    }

    /// Writes a line to the probe.
    func tell(_ line: String) { input.write(Data((line + "\n").utf8)) }

    /// Kills it as `kill -9` does, and returns what it had said by then and was not yet read.
    func kill() async -> [String] {
        Foundation.kill(identifier, SIGKILL)
        return await rest()
    }

    private func ended() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.process.withLock { $0.waitUntilExit() }
                continuation.resume()
            }
        }
    }

    /// The probe stands beside the tests' own executable.
    private static func executable() throws -> URL {
        var directory = URL(
            fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        while directory.path != "/" {
            directory.deleteLastPathComponent()
            let probe = directory.appendingPathComponent("LogProbe")
            if FileManager.default.isExecutableFile(atPath: probe.path) { return probe }
        }
        throw CocoaError(.fileNoSuchFile)
    }

    /// One line, nil at the end. A line that was cut off by a kill is not returned.
    private static func readLine(_ descriptor: Int32) -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {
            if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }
}
