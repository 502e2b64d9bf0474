import Matching
import Testing

/// What officials find of certificates and cost statements.
@Suite struct VerificationTests {
    private let certified = capability("A") {
        $0.certificates = [Certificate(scheme: "ISO 9001", number: "7", expiresOn: delivery.last)]
    }

    private func trial(_ capability: Capability) throws -> Trial {
        try Trial(capability) { $0.requiredCertifications = ["ISO 9001"] }
    }

    @Test func unverifiedCertificateQualifiesAndIsShown() throws {
        #expect(try trial(certified).outcome().matches.map(\.unverifiedCertifications) == [["ISO 9001"]])
    }

    @Test func acceptedCertificateIsNoLongerShown() throws {
        var trial = try trial(certified)
        try trial.tell(
            .certificateExamined(capability: certified.key, scheme: "ISO 9001", number: "7", accepted: true))
        #expect(trial.lastEmitted.count == 1)
        #expect(try trial.outcome().matches.map(\.unverifiedCertifications) == [[]])
    }

    @Test func refusedCertificateDoesNotCount() throws {
        var trial = try trial(certified)
        try trial.tell(
            .certificateExamined(capability: certified.key, scheme: "ISO 9001", number: "7", accepted: false))
        #expect(try trial.reasons() == [.certification])
        #expect(try trial.nearMiss()?.change == .certificates(["ISO 9001"]))
        try trial.tell(
            .certificateExamined(capability: certified.key, scheme: "ISO 9001", number: "7", accepted: true))
        #expect(try trial.reasons().isEmpty)
    }

    @Test func findingIsOfOneNumberOfOneSchemeOfOneCapability() throws {
        var trial = try trial(certified)
        for (key, scheme, number) in [
            (certified.key, "ISO 9001", "8"), (certified.key, "ISO 14001", "7"), (Key("supplier-B/1"), "ISO 9001", "7"),
        ] {
            try trial.tell(.certificateExamined(capability: key, scheme: scheme, number: number, accepted: false))
        }
        #expect(try trial.reasons().isEmpty)
    }

    @Test func anotherCertificateOfTheSchemeStillCounts() throws {
        var both = certified
        both.certificates.append(Certificate(scheme: "ISO 9001", number: "8", expiresOn: delivery.last))
        var trial = try trial(both)
        try trial.tell(.certificateExamined(capability: both.key, scheme: "ISO 9001", number: "7", accepted: false))
        #expect(try trial.outcome().matches.map(\.unverifiedCertifications) == [["ISO 9001"]])
        try trial.tell(.certificateExamined(capability: both.key, scheme: "ISO 9001", number: "8", accepted: true))
        #expect(try trial.outcome().matches.map(\.unverifiedCertifications) == [[]])
    }

    @Test(
        arguments: [
            ("IATF 16949", "ISO 9001", []), ("ISO 9001", "IATF 16949", [.certification]),
            ("IATF 16949", "IATF 16949", []), ("IATF 16949", "ISO 14001", [.certification]),
        ] as [(String, String, [Reason])])
    func iatf16949IncludesISO9001(held: String, required: String, expected: [Reason]) throws {
        let found = try reasons(asking: requirement { $0.requiredCertifications = [required] }) {
            $0.certificates = [Certificate(scheme: held, number: "1", expiresOn: delivery.last)]
        }
        #expect(found == expected)
    }

    @Test func acceptedIATF16949VerifiesISO9001() throws {
        let holder = capability("A") {
            $0.certificates = [Certificate(scheme: "IATF 16949", number: "1", expiresOn: delivery.last)]
        }
        var trial = try trial(holder)
        #expect(try trial.outcome().matches.map(\.unverifiedCertifications) == [["ISO 9001"]])
        try trial.tell(.certificateExamined(capability: holder.key, scheme: "IATF 16949", number: "1", accepted: true))
        #expect(try trial.outcome().matches.map(\.unverifiedCertifications) == [[]])
        try trial.tell(.certificateExamined(capability: holder.key, scheme: "IATF 16949", number: "1", accepted: false))
        #expect(try trial.reasons() == [.certification])
    }

    @Test func refusedStatementCountsAsUnstatedUntilItChanges() throws {
        let stated = capability("A") { $0.localContent = localContent(1, over: 2) }
        var trial = try Trial(stated) { $0.lvcMin = 500_000 }
        #expect(try trial.reasons().isEmpty)
        try trial.tell(.statementExamined(capability: stated.key, accepted: false))
        #expect(try trial.reasons() == [.localContent])
        #expect(try trial.nearMiss()?.change == .moreLocalContent(500_000))
        try trial.tell(.capabilityPublished(stated), version: 2)
        #expect(try trial.reasons() == [.localContent], "the same statement is still refused")
        try trial.tell(
            .capabilityPublished(capability("A") { $0.localContent = localContent(3, over: 4) }), version: 3)
        #expect(try trial.reasons().isEmpty)
    }

    @Test func acceptedStatementCounts() throws {
        let stated = capability("A") { $0.localContent = localContent(1, over: 2) }
        var trial = try Trial(stated)
        try trial.tell(.statementExamined(capability: stated.key, accepted: false))
        #expect(try trial.outcome().matches.map(\.isLVCUnstated) == [true])
        try trial.tell(.statementExamined(capability: stated.key, accepted: true))
        #expect(try trial.outcome().matches.map(\.lvc) == [500_000])
    }
}
