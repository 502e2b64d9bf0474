extension FieldReader {
    /// A day that must be given.
    func day(_ field: String, _ text: String) -> CalendarDay? {
        guard !text.isEmpty else {
            refuse(.missing, field, "a day must be given, as YYYY-MM-DD")
            return nil
        }
        return optionalDay(field, text)
    }

    /// A day that may be missing.
    func optionalDay(_ field: String, _ text: String) -> CalendarDay? {
        guard !text.isEmpty else { return nil }
        guard let day = CalendarDay(text) else {
            refuse(.malformedDay, field, "a day is YYYY-MM-DD and must exist in the calendar")
            return nil
        }
        guard ContractLimits.years.contains(day.year) else {
            refuse(
                .outOfRange, field,
                "years are from \(ContractLimits.years.lowerBound) to \(ContractLimits.years.upperBound)")
            return nil
        }
        return day
    }

    /// A span of days, both given, not longer than a window may be.
    func window(_ field: String, _ days: WireDays) -> WireDayRange? {
        let fields = object(field)
        let (first, last) = (fields.day("firstDay", days.firstDay), fields.day("lastDay", days.lastDay))
        guard let first, let last else { return nil }
        guard fields.isOrdered("lastDay", first, last) else { return nil }
        guard last.number - first.number < ContractLimits.windowDays else {
            fields.refuse(.outOfRange, "lastDay", "a window has at most \(ContractLimits.windowDays) days")
            return nil
        }
        return WireDayRange(first: first, last: last)
    }

    /// Whether the first day is not after the last; a day that is missing does not bound.
    func isOrdered(_ lastField: String, _ first: CalendarDay?, _ last: CalendarDay?) -> Bool {
        guard let first, let last, last < first else { return true }
        refuse(.windowEndsBeforeItStarts, lastField, "the last day, \(last), is before the first, \(first)")
        return false
    }
}

extension WireDayRange {
    /// Days from the first to the last, both included.
    init(first: CalendarDay, last: CalendarDay) {
        self.init()
        self.first = first.number
        self.last = last.number
    }
}
