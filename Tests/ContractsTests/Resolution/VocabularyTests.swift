import Contracts
import Foundation
import Testing

/// Days, schemes and headings.
@Suite struct VocabularyTests {
    @Test func daysAgreeWithTheCalendarOfFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for number in stride(from: -25_567, through: 84_005, by: 37) {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let text = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            #expect(CalendarDay(text)?.number == Int32(number))
            #expect(CalendarDay(number: Int32(number)).description == text)
        }
    }

    @Test func daysAtTheEndsDoNotTrap() {
        #expect(CalendarDay("0001-01-01")?.number == -719_162)
        #expect(CalendarDay("9999-12-31")?.number == 2_932_896)
        #expect(!CalendarDay(number: .max).description.isEmpty)
        #expect(!CalendarDay(number: .min).description.isEmpty)
        #expect(CalendarDay("1900-02-29") == nil)
        #expect(CalendarDay("2000-02-29") != nil)
    }

    @Test func instantsAreRFC3339() {
        #expect(CalendarDay.timestamp(milliseconds: 0) == "1970-01-01T00:00:00.000Z")
        #expect(CalendarDay.timestamp(milliseconds: -1) == "1969-12-31T23:59:59.999Z")
        #expect(CalendarDay.timestamp(milliseconds: 1_795_420_800_123) == "2026-11-23T08:00:00.123Z")
        #expect(!CalendarDay.timestamp(milliseconds: .min).isEmpty)
        #expect(!CalendarDay.timestamp(milliseconds: .max).isEmpty)
    }

    @Test(arguments: [
        ("iso9001", "ISO 9001"), ("ISO 9001:2015", "ISO 9001"), ("ISO-9001-2015", "ISO 9001"),
        ("TCVN ISO 9001 : 2015", "ISO 9001"), ("iatf16949:2016", "IATF 16949"), ("ISO/IEC 27001:2022", "ISO/IEC 27001"),
        ("ISO 27001", "ISO/IEC 27001"), ("SA 8000", "SA8000"), ("sa8000:2014", "SA8000"), ("rohs", "RoHS"),
        ("Reach", "REACH"), ("QC 080000", "IECQ QC 080000"), ("IECQ QC080000:2017", "IECQ QC 080000"),
        ("rba vap", "RBA VAP"), ("  ul  94 v-0 ", "UL 94 V-0"), ("ISO 90012", "ISO 90012"),
        ("ISO 22000:2018", "ISO 22000:2018"),
        ("", ""), ("hợp quy", "HỢP QUY"),
    ])
    func schemesAreWrittenInOneWay(written: String, scheme: String) {
        #expect(CertificationScheme.normalised(written) == scheme)
        #expect(CertificationScheme.normalised(scheme) == scheme)
    }

    @Test func theHeadingIsTheFirstFourDigits() {
        #expect(HSHeading.heading(of: "853400") == 8534)
        #expect(HSHeading.heading(of: "0101") == 101)
        for code in ["85", "85340", "8534000", "85a4", "", "８５３４"] { #expect(HSHeading.heading(of: code) == nil) }
    }
}
