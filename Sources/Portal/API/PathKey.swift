internal import Contracts
internal import Hummingbird

extension PortalRequestContext {
    /// The key that the path says with `:owner` and `:id`.
    var pathKey: BusinessKey {
        get throws(ProblemDetails) {
            let (owner, id) = (parameters.get("owner") ?? "", parameters.get("id") ?? "")
            guard let key = BusinessKey(owner: owner, id: id) else {
                let field = BusinessKey.isEnterpriseCode(owner) ? "id" : "owner"
                throw .badParameter(
                    RefusalReason.malformedKey.rawValue, field, "a key is owner/id, such as 2300000001/PCB-7")
            }
            return key
        }
    }
}
