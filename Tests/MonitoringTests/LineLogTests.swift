import Foundation
import Logging
import Synchronization
import Testing

@testable import Monitoring

struct LineLogTests {
    private final class Page: Sendable {
        let text = Mutex("")
    }

    private func logged(_ layout: LineLog.Layout, _ body: (Logger) -> Void) -> String {
        let page = Page()
        let logger = Logger(label: "test") { _ in
            LineLog(layout, level: .info, now: { Date(timeIntervalSince1970: 1_764_000_000.25) }) { line in
                page.text.withLock { $0 += line }
            }
        }
        body(logger)
        return page.text.withLock { $0 }
    }

    @Test func aLineIsOneJSONObjectInAnOrderThatDoesNotChange() {
        let line = logged(.json) {
            var logger = $0
            logger[metadataKey: "hb.request.id"] = "ab12"
            logger.info("request", metadata: ["status": "200", "route": "/children/{id}", "seconds": "0.25"])
        }
        #expect(
            line == """
                {"time":"2025-11-24T16:00:00.250Z","level":"info","message":"request","request_id":"ab12","route":"/children/{id}","seconds":0.25,"status":200}

                """)
    }

    @Test(arguments: [LineLog.Layout.text, .json]) func whatIsNotOnTheListIsLeftOut(_ layout: LineLog.Layout) {
        let line = logged(layout) {
            $0.info("request", metadata: ["child": "Ada Fictional", "query": "name=Ada", "email": "a@example.org"])
        }
        for fact in ["Ada", "Fictional", "name=", "example.org"] { #expect(!line.contains(fact)) }
    }

    @Test func nothingLoggedCanLookLikeAnotherLine() {
        let text = logged(.text) { $0.info("a\nforged", metadata: ["error": "b\r\nc"]) }
        #expect(text == "2025-11-24T16:00:00.250Z info a forged error=b c\n")
        let json = logged(.json) { $0.info("a\n\"forged", metadata: ["status": "not a number"]) }
        #expect(json.filter(\.isNewline).count == 1)
        #expect(json.contains("\"status\":\"not a number\""))
    }

    @Test func whatIsBelowTheLevelIsNotWritten() {
        #expect(logged(.text) { $0.debug("quiet") }.isEmpty)
    }
}
