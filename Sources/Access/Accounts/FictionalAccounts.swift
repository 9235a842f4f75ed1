import Casework
import Days
import Foundation

/// One sign-in for each main role of an authority that is made up, so that whoever tries the service can be each of them.
/// Their password is printed in the program and opens nothing that is real.
public struct FictionalAccount: Hashable, Sendable {
    public let role: Role
    public let email: String
    public let name: String
    public let worker: String?

    public static let password = "severn vale is not real"
    /// The secret of every second factor, as it is typed into an authenticator.
    public static let secondFactor = "THRO UGHL INEF ICTI ONAL SEVE RNVA LENO"

    /// The main roles, in the order that they are printed.
    static let roles: [Role] = [
        .socialWorker, .teamManager, .iro, .iroManager, .personalAdviser, .auditor, .analyst, .director, .administrator,
        .informationGovernance, .outOfHours,
    ]

    /// Whoever each role is in an authority: workers of the staff file where they hold children.
    public static func all(in authority: Authority, on day: Day) -> [FictionalAccount] {
        let holders = Holders(authority, day)
        return roles.map { role in
            let worker = holders.worker(role)
            // Nobody in the staff file manages the officers; whoever signs their plan does.
            let signed =
                role == .iroManager ? authority.reviewing.plans.last?.value.signedBy ?? "Fictional IRO manager" : nil
            let name = worker.flatMap { authority.workers[$0]?.name }.flatMap { $0.isEmpty ? nil : $0 }
            return FictionalAccount(
                role: role, email: "\(role.rawValue.replacing("_", with: "."))@severn-vale.example",
                name: name ?? signed ?? "Fictional \(role.title.lowercased())", worker: worker)
        }
    }
}

/// Who holds how many children.
private struct Holders {
    private var held: [AllocationRole: [String: Int]] = [:]
    private let authority: Authority

    init(_ authority: Authority, _ day: Day) {
        self.authority = authority
        for child in authority.children.values {
            for allocation in child.allocations where allocation.isOpen(on: day) {
                held[allocation.role, default: [:]][allocation.worker, default: 0] += 1
            }
        }
    }

    func worker(_ role: Role) -> String? {
        switch role {
        case .socialWorker: most(.socialWorker)
        case .teamManager:
            most(.socialWorker).flatMap { authority.workers[$0]?.manager }.flatMap { $0.isEmpty ? nil : $0 }
        case .iro: most(.iro)
        case .personalAdviser: most(.personalAdviser)
        default: nil
        }
    }

    /// Whoever holds the most; the first by code where several do.
    private func most(_ role: AllocationRole) -> String? {
        held[role]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

extension AccessStore {
    /// Makes the fictional accounts that are not there yet and gives all of them their printed password.
    public func makeFictional(_ accounts: [FictionalAccount], _ hashing: PasswordHashing, at now: Instant) async throws
    {
        guard isFictional else { throw AccessError.notFictional }
        let hash = try await hashing.hash(typed: FictionalAccount.password)
        let secret = Base32.bytes(FictionalAccount.secondFactor) ?? []
        for wanted in accounts {
            let account: Account
            do {
                account = try await add(
                    email: wanted.email, name: wanted.name, roles: [wanted.role], worker: wanted.worker,
                    isFictional: true, at: now)
            } catch AccessError.emailTaken { account = try await self.account(named: wanted.email) }
            guard account.isFictional else { continue }
            try await setPassword(hash: hash, of: account)
            if wanted.role.needsSecondFactor {
                try await pool.write { db in
                    try db.execute(
                        sql: "UPDATE account SET second_factor = ? WHERE id = ?", arguments: [Data(secret), account.id])
                }
            }
        }
    }
}
