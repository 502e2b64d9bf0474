internal import Foundation

extension StringProtocol {
    /// The text as a value of a query: letters and digits as they are, all else percent-encoded (RFC 3986, section 2.1).
    var queryEncoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
