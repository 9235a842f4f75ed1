import Casework
import HTML

/// What a second person is asked of something that somebody else has answered or closed: whether they agree and, if not, why.
struct SecondWord {
    let asks: String
    let yes: String
    let no: String
    var hint: String?
    /// What whoever does not agree is to say.
    let whyNot: String

    func draw(to link: Link, _ visit: Visit, errors: [FieldError], into page: inout Writer) {
        page.form(recordingTo: link, visit.frame) { form in
            form.input(
                "hidden", name: "command",
                value: visit.form["command"].isEmpty ? CommandID.new.text : visit.form["command"])
            form.choices(
                asks, name: "agrees", [("yes", yes), ("no", no)], chosen: [visit.form["agrees"]], hint: hint,
                error: errors.first { $0.field == "agrees" })
            form.textArea(
                "If not, why?", name: "because", value: visit.form["because"], hint: whyNot, rows: 3, errors: errors)
            form.submit("Keep what I say")
        }
    }
}
