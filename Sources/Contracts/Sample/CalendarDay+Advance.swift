extension CalendarDay {
    /// The day so many days later; earlier, where the number is negative.
    func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + Int32(days)) }
}
