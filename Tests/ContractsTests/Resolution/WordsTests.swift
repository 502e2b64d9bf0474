import Testing

@testable import Contracts

/// Words are compared by their bytes where they are ASCII: that must not show.
@Suite struct WordsTests {
    private static func reference(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    @Test func everyTextOfFourSignsHasTheWordsThatUnicodeGivesIt() {
        let signs = [
            " ", "\t", "\r\n", "\u{0b}", "\u{1c}", "\u{85}", "\u{a0}", "A", "z", "Đ", "ﬁ", "9", "@", "[", "\u{301}",
        ]
        for a in signs {
            for b in signs {
                for c in signs {
                    for d in signs {
                        let text = a + b + c + d
                        #expect(text.normalisedWords == Self.reference(text), "\(text.unicodeScalars.map(\.value))")
                        #expect(text.isBlank == text.allSatisfy(\.isWhitespace))
                    }
                }
            }
        }
        #expect("".normalisedWords.isEmpty)
        #expect("".isBlank)
    }

    @Test func headingsAreOfFourOrSixDigits() {
        #expect(HSHeading.heading(of: "8534") == 8534)
        #expect(HSHeading.heading(of: "010121") == 101)
        for text in ["", "853", "85340", "8534000", "85a4", "8534 0", "８５３４"] {
            #expect(HSHeading.heading(of: text) == nil, "\(text)")
        }
    }
}
