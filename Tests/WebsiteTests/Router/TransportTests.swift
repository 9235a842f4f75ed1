import HTTPTypes
import Testing

@testable import Website

/// Who asks is what the line says, unless a proxy that was named says otherwise.
struct TransportTests {
    private func headers(_ forwarded: String, _ proto: String = "https") throws -> HTTPFields {
        let names = ["X-Forwarded-For", "X-Forwarded-Proto"].compactMap { HTTPField.Name($0) }
        return [try #require(names.first): forwarded, try #require(names.last): proto]
    }

    @Test func whatNobodyNamedSaysIsPassedOver() throws {
        let transport = Transport(proxies: ["10.0.0.1"])
        let client = transport.client(try headers("203.0.113.9"), peer: "10.0.0.2")
        #expect(client.address == "10.0.0.2" && !client.isSecure && !client.isAllowed)
        let near = Transport().client(try headers("203.0.113.9"), peer: "127.0.0.1")
        #expect(near.address == "127.0.0.1" && !near.isSecure && near.isAllowed)
    }

    @Test func aNamedProxyIsBelievedAndWhatABrowserPutBeforeItIsNot() throws {
        let transport = Transport(proxies: ["10.0.0.1", "10.0.0.3"])
        let client = transport.client(try headers("198.51.100.7, 203.0.113.9, 10.0.0.3"), peer: "10.0.0.1")
        #expect(client.address == "203.0.113.9" && client.isSecure && client.isAllowed)
        let open = transport.client(try headers("203.0.113.9", "https, http"), peer: "10.0.0.1")
        #expect(!open.isSecure)
    }

    @Test func aForgedHeaderMakesNoSecureCookieAtTheRouter() async throws {
        let office = try await Office()
        let forged = try headers("203.0.113.9")
        try await office.open { asker in
            let answer = try await asker.ask(.get, "/sign-in", nil, more: forged)
            #expect(answer.status == 200)
            #expect(answer.headers[.strictTransportSecurity] == nil)
        }
    }
}
