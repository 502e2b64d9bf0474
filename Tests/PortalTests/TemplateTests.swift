import Foundation
import Testing

@testable import Portal

@Suite struct TemplateTests {
    @Test func `Every text that a template names is in the catalogue`() {
        let named = PageLibrary.texts.values.flatMap { $0.matches(of: /\{\{t\.([A-Za-z]+)\}\}/).map { String($0.1) } }
        #expect(named.count > 50)
        for name in named { #expect(Text(rawValue: name) != nil || FormText(rawValue: name) != nil, "\(name)") }
    }

    @Test func `No template takes a value as markup but what came from a template`() {
        for text in PageLibrary.texts.values {
            let markup = text.matches(of: /\{\{\{ *([^}]*)\}\}\}/).map { String($0.1) }
            #expect(markup.allSatisfy { ["content", "codeLists", "inputs"].contains($0) })
            #expect(!text.contains("{{&") && !text.contains("CONTENT_TYPE"))
        }
    }

    @Test func `Texts are shown as texts`() {
        #expect(
            EscapedText().escapeText("<a href=\"x\">'Cơ khí' & đúc</a>")
                == "&lt;a href=&quot;x&quot;&gt;&#39;Cơ khí&#39; &amp; đúc&lt;/a&gt;")
        #expect(EscapedText().escapeText("Cơ khí") == "Cơ khí")
    }

    @Test func `Every template escapes`() throws {
        struct View: Sendable {
            let t = Catalogue(language: .english)
            let heading = "<b>"
        }
        #expect(PageLibrary().content(.form, View()).html.contains("<h1>&lt;b&gt;</h1>"))
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
