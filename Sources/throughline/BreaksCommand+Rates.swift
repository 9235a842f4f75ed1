import Casework
import Days
import Oversight
import Service

extension BreaksCommand {
    /// How each kind was answered, over everyone in care: counts, and nobody's name.
    func showRates(_ question: Question) throws {
        var rates = JoinRates()
        for record in question.everyChild() { rates.add(question.joins(of: ChildAsAt(record, question.asAt))) }
        let leftOut = rates.leftOut(question.context.settings)
        let lines = Breaks.rules.map { RateLine($0, rates[$0], isLeftOut: leftOut.contains($0.id)) }
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            Output.table(
                ["Break", "Found", "Put off", "Wait for a second person", "Not so", "Not so, %", "On My work"],
                lines.map {
                    [
                        $0.break, "\($0.found)", "\($0.putOff)", "\($0.awaitsSecond)", "\($0.notSo)",
                        $0.notSoPercent.map { "\($0)" } ?? "none found", $0.leftOut ? "left out" : "yes",
                    ]
                })
        }
    }

    private struct RateLine: Encodable {
        let `break`, title: String
        let found, putOff, awaitsSecond, notSo: Int
        /// To one decimal.
        @OrNull var notSoPercent: Double?
        let leftOut: Bool

        init(_ rule: BreakRule, _ line: JoinRates.Line, isLeftOut: Bool) {
            (self.break, title, found) = (rule.id, rule.title, line.found)
            (putOff, awaitsSecond, notSo) = (line.putOff, line.awaitSecond, line.notSo)
            (notSoPercent, leftOut) = (line.notSoPercent.map { ($0 * 10).rounded() / 10 }, isLeftOut)
        }
    }
}
