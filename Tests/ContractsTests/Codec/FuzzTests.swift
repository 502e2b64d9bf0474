import Contracts
import LinkageTesting
import Testing

/// Bytes from outside never trap, whatever they are.
@Suite struct FuzzTests {
    private let resolver = Resolver(reference: .builtIn, publicIdSecret: [])

    /// What would be left of a value after every step of intake.
    private func push(_ subject: Subject, _ type: ContentType, _ value: [UInt8]) -> Bool {
        let result = RecordCodec.decode(subject: subject, contentType: type.rawValue, value: value)
        guard case .success(let message) = result else { return false }
        _ = message.contentDigest
        _ = message.encodeJSON()
        _ = message.key
        resolveWithRequirement(message)
        if case .success = resolver.check(message) { return true }
        return false
    }

    private func resolveWithRequirement(_ message: PublishedMessage) {
        var fact = WireRequirementAccepted()
        (fact.published.owner, fact.published.id, fact.published.quantity) = ("2300000012", "BRACKET-7731-Q2", "1")
        fact.quantity = 1_000_000_000
        guard let thousands = RequirementSummary(fact) else { return }
        switch message {
        case .award(let award):
            _ = resolver.resolve(award, requirement: thousands, capability: nil) { _ in .max }
        case .quote(let quote): _ = resolver.resolve(quote, requirement: thousands)
        default: break
        }
    }

    @Test func randomBytesNeverTrap() {
        var random = SplitMix64(seed: 1)
        for round in 0..<3_000 {
            let subject = Subject.allCases[round % Subject.allCases.count]
            let length = random.below(200)
            let value = (0..<length).map { _ in UInt8(random.below(256)) }
            for type in ContentType.allCases { _ = push(subject, type, value) }
        }
    }

    @Test func mutatedExamplesNeverTrap() throws {
        var random = SplitMix64(seed: 2)
        for example in Example.all {
            let (json, protobuf) = (try example.bytes(), try example.message().encodeProtobuf())
            for _ in 0..<120 {
                _ = push(example.subject, .json, random.mutated(json))
                _ = push(example.subject, .protobuf, random.mutated(protobuf))
            }
        }
    }

    @Test func numbersAtTheLimitsNeverTrap() throws {
        var random = SplitMix64(seed: 3)
        var accepted = 0
        for example in Example.all {
            let tokens = try example.message().encodeJSON().split(
                separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            for _ in 0..<150 {
                var changed = tokens.map(Array.init)
                for index in changed.indices where random.below(8) == 0 && isNumber(changed[index]) {
                    changed[index] = Array(random.element(of: Self.extremes).utf8)
                }
                if push(example.subject, .json, Array(changed.joined(separator: [UInt8(ascii: "\"")]))) {
                    accepted += 1
                }
            }
        }
        #expect(accepted > 0)
    }

    private func isNumber(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
    }

    private static let extremes = [
        "9223372036854775807", "-9223372036854775808", "9223372036854.775807", "-9223372036854.775808",
        "999999999999.999999", "1000000000000", "0", "-0", "0.000001", "0.0000001", "-1", "1e9", "", ".", "NaN",
        "99999999999999999999999999999999999999999999", "100", "100.0001", "99.99", "2199-12-31", "1900-01-01",
        "0001-01-01", "9999-12-31",
    ]
}

extension SplitMix64 {
    fileprivate mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    fileprivate mutating func element(of words: [String]) -> String { words[below(words.count)] }

    /// Bytes with some of them changed, taken out, repeated or cut off.
    fileprivate mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) where !bytes.isEmpty {
            let index = below(bytes.count)
            switch below(6) {
            case 0: bytes[index] = UInt8(below(256))
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + below(20))], at: index)
            case 3: bytes.removeLast(bytes.count - index)
            case 4: bytes[index] = UInt8(ascii: "9")
            default: bytes.insert(UInt8(below(256)), at: index)
            }
        }
        return bytes
    }
}
