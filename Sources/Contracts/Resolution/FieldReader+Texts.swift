extension FieldReader {
    /// Refuses a text of more characters than a limit.
    func text(_ field: String, _ text: String, limit: Int) {
        // A character has at least one byte, so most texts need no counting.
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return }
        refuse(.tooLong, field, "at most \(limit) characters are taken")
    }

    /// Refuses a text that is blank or too long.
    func requiredText(_ field: String, _ text: String, limit: Int) {
        guard !text.isBlank else { return refuse(.missing, field, "it must be given") }
        self.text(field, text, limit: limit)
    }

    /// The elements of a list that are looked at: none where there are too many.
    func list<Element>(_ field: String, _ elements: [Element], limit: Int) -> [Element] {
        guard elements.count > limit else { return elements }
        refuse(.tooMany, field, "there are \(elements.count); at most \(limit) are taken")
        return []
    }

    /// Refuses a code that is not two capital letters.
    func country(_ field: String, _ code: String) {
        guard !code.isEmpty else { return }
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard code.utf8.count == 2, code.utf8.allSatisfy(capitals.contains) else {
            return refuse(.malformed, field, "a country is two capital letters of ISO 3166-1, such as \"VN\"")
        }
    }
}

extension FieldReader {
    /// The key that owner and id make.
    func key(of message: PublishedMessage) -> BusinessKey? {
        switch message.key {
        case .success(let key): return key
        case .failure(let refusals):
            for refusal in refusals.all { refuse(refusal.reason, refusal.field, refusal.message) }
            return nil
        }
    }

    /// The key that a field names.
    func reference(_ field: String, _ text: String) -> BusinessKey? {
        guard !text.isEmpty else {
            refuse(.missing, field, "it must be given, as owner/id")
            return nil
        }
        guard let key = BusinessKey(text) else {
            refuse(.malformedReference, field, "a key is owner/id, such as 2300000001/PCB-7")
            return nil
        }
        return key
    }
}
