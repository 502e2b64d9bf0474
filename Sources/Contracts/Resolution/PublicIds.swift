internal import Crypto

/// Ids that stand for the keys of anonymous requirements.
struct PublicIds: Sendable {
    private let secret: SymmetricKey

    init(secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

    /// The first 16 hexadecimal digits of the key's HMAC-SHA256.
    func id(of key: BusinessKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(key.description.utf8), using: secret)
        return code.prefix(8).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
