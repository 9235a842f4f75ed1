import HTML
import Workspace

/// What is wrong with one field of a form, in a sentence for the person who filled it in.
struct FieldError: Hashable, Sendable {
    /// The field's id, which is its name.
    let field: String
    let sentence: String

    init(_ field: String, _ sentence: String) { (self.field, self.sentence) = (field, sentence) }
}

extension Writer {
    /// All that is wrong, at the top of the page, each with a way to its field. Nothing where nothing is.
    mutating func errorSummary(_ errors: [FieldError]) {
        guard !errors.isEmpty else { return }
        div(.class("govuk-error-summary"), .role("alert")) { box in
            box.h2("There is a problem", .class("govuk-error-summary__title"))
            box.div(.class("govuk-error-summary__body")) { body in
                body.ul(.class("govuk-list govuk-error-summary__list")) { list in
                    for error in errors { list.li { $0.a(.here(error.field), error.sentence) } }
                }
            }
        }
    }

    /// A line to type in, with its label, a hint and what is wrong with it.
    ///
    /// - Parameter more: the ids of what else describes it, beside its hint and what is wrong.
    mutating func textField(
        _ label: String, name: String, type: String = "text", value: String = "", hint: String? = nil,
        width: String = "govuk-input--width-20", errors: [FieldError] = [], describedBy more: [String] = [],
        _ attributes: Attribute...
    ) {
        let error = errors.first { $0.field == name }
        div(.class(error == nil ? "govuk-form-group" : "govuk-form-group govuk-form-group--error")) { group in
            group.label(label, .class("govuk-label"), .for(name))
            group.fieldNotes(name, hint, error)
            group.void(
                "input",
                [
                    .type(type), .name(name), .id(name), .value(value),
                    .class("govuk-input \(width)\(error == nil ? "" : " govuk-input--error")"),
                    .describedBy(Self.notes(name, hint, error) + more),
                ] + attributes)
        }
    }

    /// Radios, or boxes where several may be ticked, with a hint and what is wrong. The first has the name as its id, so that
    /// a way to the question leads to it.
    mutating func choices(
        _ asks: String, name: String, _ choices: [(String, String)], several: Bool = false, chosen: Set<String>,
        hint: String? = nil, error: FieldError? = nil
    ) {
        let kind = several ? "checkboxes" : "radios"
        div(.class(error == nil ? "govuk-form-group" : "govuk-form-group govuk-form-group--error")) { group in
            group.fieldset(.class("govuk-fieldset"), .describedBy(Self.notes(name, hint, error))) { set in
                set.legend(asks, .class("govuk-fieldset__legend"))
                set.fieldNotes(name, hint, error)
                set.div(.class("govuk-\(kind) govuk-\(kind)--small")) { list in
                    for (place, (value, label)) in choices.enumerated() {
                        let id = place == 0 ? name : "\(name)-\(place)"
                        list.div(.class("govuk-\(kind)__item")) { item in
                            item.input(
                                several ? "checkbox" : "radio", name: name, value: value, .id(id),
                                .class("govuk-\(kind)__input"), .flag("checked", if: chosen.contains(value)))
                            item.label(label, .class("govuk-label govuk-\(kind)__label"), .for(id))
                        }
                    }
                }
            }
        }
    }

    /// One of many as a list to open, with nothing chosen until somebody does, who may also take it back: short where it
    /// stands again in every row.
    mutating func choiceToOpen(
        _ asks: String, name: String, _ choices: [(String, String)], chosen: Set<String>, none: String = "Choose",
        hint: String? = nil, error: FieldError? = nil
    ) {
        div(.class(error == nil ? "govuk-form-group" : "govuk-form-group govuk-form-group--error")) { group in
            group.label(asks, .class("govuk-label"), .for(name))
            group.fieldNotes(name, hint, error)
            group.select(
                .class(error == nil ? "govuk-select" : "govuk-select govuk-select--error"), .id(name), .name(name),
                .describedBy(Self.notes(name, hint, error))
            ) { $0.options(choices, chosen: chosen, none: none) }
        }
    }

    /// What a list to open offers. HTML has an option end where the next begins, and a form has hundreds.
    mutating func options(_ choices: [(String, String)], chosen: Set<String>, none: String) {
        for (value, label) in [("", none)] + choices {
            void("option", .value(value), .flag("selected", if: !value.isEmpty && chosen.contains(value)))
            text(label)
        }
    }

    /// What ends a page that keeps a draft: signing it, saving it, and throwing away one that is there.
    ///
    /// - Parameter telephone: What is said beside 999 while something is not sent; empty where the council has not said.
    mutating func draftButtons(sign: String, hasDraft: Bool, telephone: String) {
        p(
            "", .class("govuk-hint"), .id("draft-state"), .role("status"),
            .data("data-risk", Unsent.risk(telephone)))
        div(.class("govuk-button-group")) { group in
            group.button(sign, .class("govuk-button"), .type("submit"), .name("do"), .value("sign"))
            group.button(
                "Save as a draft", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                .value("save"))
            if hasDraft {
                group.button(
                    "Throw this draft away", .class("govuk-button govuk-button--warning"), .type("submit"),
                    .name("do"), .value("drop"))
            }
        }
    }

    /// A line for a password or a one-time code, which is never filled in for anybody.
    mutating func secretField(
        _ label: String, _ field: SecretField, hint: String? = nil, errors: [FieldError],
        isNew: Bool = false
    ) {
        if field == .code {
            textField(
                label, name: field.rawValue, hint: hint, width: "govuk-input--width-5", errors: errors,
                Attribute("inputmode", "numeric"), Attribute("autocomplete", "one-time-code"))
        } else {
            textField(
                label, name: field.rawValue, type: "password", hint: hint, errors: errors,
                Attribute("autocomplete", isNew ? "new-password" : "current-password"))
        }
    }

    /// Several lines to type in.
    mutating func textArea(
        _ label: String, name: String, value: String = "", hint: String? = nil, rows: Int = 4,
        errors: [FieldError] = [], labelled labelClass: String = "govuk-label"
    ) {
        let error = errors.first { $0.field == name }
        div(.class(error == nil ? "govuk-form-group" : "govuk-form-group govuk-form-group--error")) { group in
            group.label(label, .class(labelClass), .for(name))
            group.fieldNotes(name, hint, error)
            group.textarea(
                value, .class("govuk-textarea\(error == nil ? "" : " govuk-textarea--error")"), .name(name), .id(name),
                Attribute("rows", rows), .describedBy(Self.notes(name, hint, error)))
        }
    }

    /// The ids of what ``fieldNotes(_:_:_:)`` writes: whatever takes the answer is described by them.
    static func notes(_ name: String, _ hint: String?, _ error: FieldError?) -> [String] {
        [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap { $0 }
    }

    /// The hint of a question and what is wrong with its answer.
    mutating func fieldNotes(_ name: String, _ hint: String?, _ error: FieldError?) {
        if let hint { div(.class("govuk-hint"), .id("\(name)-hint")) { $0.text(hint) } }
        guard let error else { return }
        p(.class("govuk-error-message"), .id("\(name)-error")) { line in
            line.span("Error: ", .class("govuk-visually-hidden"))
            line.text(error.sentence)
        }
    }

    /// The button that sends a form.
    mutating func submit(_ label: String) {
        button(label, .class("govuk-button"), .type("submit"))
    }

    /// Something that was done, at the top of the page that follows.
    mutating func doneBanner(_ sentence: String) {
        div(.class("govuk-notification-banner govuk-notification-banner--success"), .role("alert")) { banner in
            banner.div(.class("govuk-notification-banner__header")) { head in
                head.h2("Done", .class("govuk-notification-banner__title"))
            }
            banner.div(.class("govuk-notification-banner__content")) { content in
                content.p(sentence, .class("govuk-notification-banner__heading"))
            }
        }
    }
}

extension Attribute {
    /// What describes a field, all of it in one attribute: a second of the same name is not read.
    static func describedBy(_ ids: [String]) -> Attribute {
        .when(!ids.isEmpty, .aria("aria-describedby", ids.joined(separator: " ")))
    }
}
