/// The icon: two linked rings.
enum Icon {
    static let text = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="none" stroke="#0b6e4f" stroke-width="4">\#
        <circle cx="11" cy="16" r="8"/><circle cx="21" cy="16" r="8"/></g></svg>
        """#
}
