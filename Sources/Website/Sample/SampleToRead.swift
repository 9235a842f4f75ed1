import Casework
import Days
import HTML
import Oversight
import Service

/// How much of a month's sample is left for somebody to read.
struct SampleToRead: Hashable, Sendable {
    let month: Month
    let count: Int
    let due: Day
    let isPast: Bool
}

extension Site {
    /// What of the last month that is over, and of the one before it, the viewer is still to read. It names nobody; what is not
    /// worked out yet is there on the next look.
    func toRead(_ visit: Visit, _ question: Question) async throws -> [SampleToRead] {
        guard visit.viewer.may(.readSample) else { return [] }
        let latest = Month(overBy: question.threadDay)
        let known = [latest, latest.previous].compactMap { samples.known($0, question) }
        guard known.contains(where: { !$0.drawn.isEmpty }) else { return [] }
        let accounts = try await gate.people()
        let sight = visit.sight(question, .readSample)
        return known.compactMap { sample in
            let count = sample.drawn.count { item in
                guard sight.mayList(item.child), let child = question.authority[item.child],
                    item.reading(in: child) == nil
                else { return false }
                return visit.refusal(of: item, accounts, in: question.authority) == nil
            }
            guard count > 0 else { return nil }
            return SampleToRead(
                month: sample.month, count: count, due: sample.due, isPast: question.answerDay > sample.due)
        }
    }
}

extension Writer {
    /// What there is to read as second reader, a line a month: it comes before no child on the ladder.
    mutating func samplesToRead(_ samples: [SampleToRead]) {
        for sample in samples {
            p(.class("govuk-body")) { line in
                line.text("For you to read, as the second reader: ")
                line.a(
                    .sample(sample.month), "\(sample.count) of what was closed in \(sample.month.inWords)",
                    .class("govuk-link"))
                line.text(", by \(sample.due.inWords)\(sample.isPast ? ", which has passed" : "").")
            }
        }
    }
}
