import Foundation

/// One connection to a portal on this machine (HTTP/1.1, kept open), as plain as can be, so that what is measured is the
/// portal: a blocking socket on a thread of its own.
final class Visitor {
    private let descriptor: Int32
    private let token: String
    private var received: [UInt8] = []

    /// What could not be done.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(port: UInt16, token: String) throws {
        self.token = token
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "no socket: \(String(cString: strerror(errno)))") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Failure(description: "no connection: \(String(cString: strerror(errno)))") }
    }

    deinit { close(descriptor) }

    /// Asks for a page and takes all of the answer.
    /// - returns: The status and how many bytes the body had.
    func get(_ path: String) throws -> (status: Int, bytes: Int) {
        let head = try ask(path)
        guard let length = head.field("content-length").flatMap(Int.init) else {
            throw Failure(description: "\(path) has no length")
        }
        while received.count < length { try receive() }
        received.removeFirst(length)
        return (head.status, length)
    }

    /// Asks for a stream of events; what comes is taken with `next`.
    func open(_ path: String) throws {
        let head = try ask(path)
        guard head.status == 200 else { throw Failure(description: "\(path) answers \(head.status)") }
    }

    /// The next line of a stream that begins so, without its beginning.
    func next(_ beginning: String) throws -> String {
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: received[..<end], as: UTF8.self)
                received.removeFirst(end + 1)
                if line.hasPrefix(beginning) { return String(line.dropFirst(beginning.count)) }
            } else {
                try receive()
            }
        }
    }

    private struct Head {
        let status: Int
        let lines: [Substring]

        func field(_ name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix(name + ":") }.map {
                $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
            }
        }
    }

    private func ask(_ path: String) throws -> Head {
        let request =
            "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nAuthorization: Bearer \(token)\r\n\r\n"
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Failure(description: "\(path) can't be asked for")
        }
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let start = received.indices.first(where: { received[$0...].starts(with: end) }) {
                let lines = String(decoding: received[..<start], as: UTF8.self).split(separator: "\r\n")
                received.removeFirst(start + end.count)
                let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
                return Head(status: status ?? 0, lines: Array(lines.dropFirst()))
            }
            try receive()
        }
    }

    private func receive() throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { throw Failure(description: "the portal closed the connection") }
        received.append(contentsOf: buffer.prefix(count))
    }
}
