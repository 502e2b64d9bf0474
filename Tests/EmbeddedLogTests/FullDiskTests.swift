import EmbeddedLog
import EventLog
import Foundation
import Synchronization
import Testing

@Suite("The disk is full", .serialized)
struct FullDiskTests {
    @Test func aFileThatMayNotGrowIsSaidToBeFullAndTheLogGoesOnWhenItMay() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let said = await (try Probe("fill", directory.path, "1000000")).rest()
        let full = said.filter { $0.hasPrefix("full ") }
        #expect(full.count == 1)
        #expect(full.first?.contains("no space is left for the log: \(directory.path)/log.sqlite") == true, "\(full)")
        #expect(said.last?.hasPrefix("ack ") == true)
        let log = try await openLog(directory)
        try await expectEveryAcknowledged(said, in: log)
        #expect(try await contents(of: input, in: log).count == said.count - 1)
        await log.close()
    }

    @Test(.enabled("a file system can be mounted here") { mount("tmpfs", size: "1m", at: nil) })
    func aFullDiskIsSaidToBeFullAndTheLogGoesOnWhenThereIsSpace() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
        #expect(mount("tmpfs", size: "3m", at: directory.path))
        defer { _ = run("umount", "-l", directory.path) }
        let log = try await openLog(directory)
        var said: [String] = []
        var error: EventLogError?
        while error == nil {
            let start = said.count
            error = await errorOf {
                let positions = try await log.publish(messages(start..<start + 50, bytes: 1_000))
                said += zip(positions, start...).map { "ack \($0.offset) \($1)" }
            }
        }
        guard case .storageFull(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.contains(log.path))
        #expect(!said.isEmpty)
        try await expectEveryAcknowledged(said, in: log)
        #expect(mount("remount", size: "64m", at: directory.path))
        let positions = try await log.publish(messages(said.count..<said.count + 50))
        said += zip(positions, said.count...).map { "ack \($0.offset) \($1)" }
        await log.close()
        let again = try await openLog(directory)
        try await expectEveryAcknowledged(said, in: again)
        #expect(try await contents(of: input, in: again).count == said.count)
        await again.close()
    }

    @Test(.enabled("a file system can be mounted here") { mount("tmpfs", size: "1m", at: nil) })
    func aCallThatFitsIsWrittenAlthoughTheOneItSharesATransactionWithDoesNotFit() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
        #expect(mount("tmpfs", size: "3m", at: directory.path))
        defer { _ = run("umount", "-l", directory.path) }
        let gate = DispatchSemaphore(value: 0)
        let transactions = Mutex(0)
        let log = try await openLog(directory) { step in
            guard step == .gathered,
                transactions.withLock({
                    $0 += 1; return $0 == 1
                })
            else { return }
            gate.wait()
        }
        let first = Task { try await log.publish(messages(0..<1)) }
        try await condition { transactions.withLock { $0 } == 1 }
        let small = Task { try await log.publish(messages(1..<2)) }
        let large = Task { await errorOf { try await log.publish(messages(100..<108, bytes: 900_000)) } }
        try await condition { log.waitingCalls == 2 }
        gate.signal()
        _ = try await first.value
        _ = try await small.value
        guard case .storageFull = await large.value else {
            Issue.record("the large call was not refused")
            return
        }
        #expect(try await contents(of: input, in: log).compactMap(number) == [0, 1])
        await log.close()
    }
}

/// Mounts or remounts a file system in memory; without a place it only tries whether it may.
private func mount(_ how: String, size: String, at path: String?) -> Bool {
    if how == "remount" { return run("mount", "-o", "remount,size=\(size)", path ?? "") }
    guard let path else {
        let trial = TemporaryDirectory()
        defer { trial.remove() }
        try? FileManager.default.createDirectory(atPath: trial.path, withIntermediateDirectories: true)
        return mount(how, size: size, at: trial.path) && run("umount", "-l", trial.path)
    }
    return run("mount", "-t", how, "-o", "size=\(size)", how, path)
}

private func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
}
