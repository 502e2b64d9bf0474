import Foundation
import Testing

@testable import Portal

@Suite struct TemplateTests {
    @Test func `Every text that a template names is in the catalogue`() {
        let named = PageLibrary.texts.values.flatMap { $0.matches(of: /\{\{t\.([A-Za-z]+)\}\}/).map { String($0.1) } }
        #expect(named.count > 50)
        for name in named { #expect(Text(rawValue: name) != nil || FormText(rawValue: name) != nil, "\(name)") }
    }

    @Test func `No template takes a value as markup`() {
        for text in PageLibrary.texts.values {
            #expect(!text.contains("{{{") && !text.contains("{{&") && !text.contains("CONTENT_TYPE"))
        }
    }

    @Test func `Every text has both languages`() {
        for text in Text.allCases.map({ $0 as any PageText }) + FormText.allCases {
            let (vietnamese, english) = text.wordings
            #expect(!vietnamese.isEmpty && !english.isEmpty, "\(text)")
        }
    }

    @Test func `No text is named twice`() {
        #expect(Set(Text.allCases.map(\.rawValue)).isDisjoint(with: FormText.allCases.map(\.rawValue)))
    }

    @Test func `Every code that is shown has a wording`() {
        let catalogue = Catalogue(language: .english)
        for status in ["open", "awarded", "closed", "withdrawn"] {
            #expect(catalogue.wording("status", status) != status)
        }
        for absence in ["noReferencePrice", "noRate", "amountOutOfRange", "nothingOpen"] {
            #expect(catalogue.wording("absent", absence) != absence)
        }
        #expect(catalogue.wording("reason", "somethingNew") == "somethingNew")
    }
}
