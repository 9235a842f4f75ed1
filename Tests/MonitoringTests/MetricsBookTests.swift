import CoreMetrics
import Testing

@testable import Monitoring

struct MetricsBookTests {
    let book = MetricsBook()

    @Test func countersGaugesAndTimesAreReadAsPrometheusReadsThem() {
        Counter(label: "mail.sent", dimensions: [("kind", "digest")], factory: book).increment(by: 2)
        Counter(label: "mail.sent", dimensions: [("kind", "digest")], factory: book).increment()
        Gauge(label: "journal_head", factory: book).record(41)
        let timer = Timer(label: "took_seconds", factory: book)
        timer.recordNanoseconds(4_000_000)
        timer.recordNanoseconds(30_000_000)
        timer.recordNanoseconds(60_000_000_000)
        #expect(
            book.text == """
                # TYPE journal_head gauge
                journal_head 41
                # TYPE mail_sent counter
                mail_sent{kind="digest"} 3
                # TYPE took_seconds histogram
                took_seconds_bucket{le="0.005"} 1
                took_seconds_bucket{le="0.01"} 1
                took_seconds_bucket{le="0.025"} 1
                took_seconds_bucket{le="0.05"} 2
                took_seconds_bucket{le="0.1"} 2
                took_seconds_bucket{le="0.25"} 2
                took_seconds_bucket{le="0.5"} 2
                took_seconds_bucket{le="1"} 2
                took_seconds_bucket{le="2.5"} 2
                took_seconds_bucket{le="5"} 2
                took_seconds_bucket{le="10"} 2
                took_seconds_bucket{le="+Inf"} 3
                took_seconds_sum 60.034
                took_seconds_count 3

                """)
    }

    @Test func aValueCannotBreakOutOfItsQuotes() {
        Counter(label: "a", dimensions: [("b c", "say \"x\"\\\n")], factory: book).increment()
        #expect(book.text == "# TYPE a counter\na{b_c=\"say \\\"x\\\"\\\\\\n\"} 1\n")
    }

    @Test func aNameUsedForTwoThingsKeepsTheFirst() {
        Counter(label: "a", factory: book).increment()
        Timer(label: "a", factory: book).recordNanoseconds(1)
        #expect(book.text == "# TYPE a counter\na 1\n")
    }

    @Test func whatManyCountAtOnceIsAllCounted() async {
        let book = book
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1000 { Counter(label: "all", factory: book).increment() }
                }
            }
        }
        #expect(book.text == "# TYPE all counter\nall 8000\n")
    }
}
