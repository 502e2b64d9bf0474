import ArgumentParser
import Contracts
import Foundation
import Portal

/// `linkage token`: who may use the portal.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens and sign-in links for the portal.",
        subcommands: [Issue.self, Revoke.self])

    /// `linkage token issue`
    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a new bearer token, or with --invite a link by which somebody signs in once.",
            discussion: """
                A token is a JWT signed with the secret of the data directory; a portal takes the tokens of its own data
                directory. The token's id, by which it is revoked, goes to stderr.
                """)

        @Option(
            help: "What it may be: fdi, supplier, official or operator.",
            transform: { text in
                guard let role = Role(rawValue: text) else {
                    throw ValidationError("--role is fdi, supplier, official or operator.")
                }
                return role
            })
        var role: Role

        @Option(help: "The enterprise code of the organisation it speaks for.")
        var org: String

        @Option(help: "For how many days it stands.")
        var days = 90

        @Flag(help: "Print a link for a browser, good for one sign-in within a week.")
        var invite = false

        @Option(help: "Where the portal is, for the link.")
        var address = "http://127.0.0.1:8080"

        @OptionGroup var data: DataDirectory

        func validate() throws {
            guard BusinessKey.isEnterpriseCode(org) else {
                throw ValidationError("--org \(org) is not an enterprise code: 10 digits, or 10-3 digits.")
            }
            guard (1...3_650).contains(days) else { throw ValidationError("--days is a number from 1 to 3650.") }
        }

        func run() async throws {
            try await reporting {
                let signIn = try await data.signIn()
                if invite {
                    let link = try await signIn.link(
                        to: address, .invitation, role: role, organisation: org, lasting: 7 * 86_400)
                    print(link)
                    TokenAuthority.id(of: link).map { standardError("invitation \($0), for one sign-in within a week") }
                } else {
                    let token = try await signIn.authority.issue(
                        .access, role: role, organisation: org, lasting: days * 86_400)
                    print(token.text)
                    standardError("token \(token.id), until \(token.expires.ISO8601Format())")
                }
            }
        }
    }

    /// `linkage token revoke`
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends a token or a session at once; of a link, the sessions that began by it, too.")

        @Argument(help: "The id that `token issue` told, or the token, or the link.")
        var token: String

        @OptionGroup var data: DataDirectory

        func run() async throws {
            try await reporting {
                let id = TokenAuthority.id(of: token) ?? token
                let isNew = try await data.signIn().store.revoke(id)
                print(isNew ? "revoked \(id)" : "\(id) was revoked before")
            }
        }
    }
}

extension DataDirectory {
    /// How people and programs sign in at the portals of this data directory.
    /// - parameter outside: Another issuer whose tokens are taken, too.
    func signIn(outside: TokenAuthority.OutsideIssuer? = nil) async throws -> SignIn {
        try make()
        let authority: TokenAuthority
        do {
            authority = try await TokenAuthority(secret: try secret("sign-in"), outside: outside)
        } catch let error as Failure {
            throw error
        } catch {
            throw Failure("the keys of --token-issuer can't be read as a JSON Web Key Set: \(error)")
        }
        let file = path + "/sign-in.sqlite"
        // It has the codes by which those who registered sign in.
        if !FileManager.default.fileExists(atPath: file),
            !FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0o600])
        {
            throw Failure("\(file) can't be written", exitCode: .unavailable)
        }
        return SignIn(authority: authority, store: try SignInStore(path: file))
    }
}
