extension Setting {
    /// Every setting there is, in the order that they are printed.
    public static let all: [Setting] = [
        .text("authority.name", \.authorityName, "The council's name, as pages and emails give it."),
        .text(
            "authority.area", variable: "THROUGHLINE_AREA", \.local.authorityArea,
            "The council's own code in the postcode table, as E10000013; else out of area is unknown.",
            expecting: ("a code of nine characters, as E10000013", isAreaCode)),
        .whole(
            "authority.population", \.local.population, 1...10_000_000,
            "How many children under 18 live in the area, for rates."),
        .whole(
            "practice.section_20_months", \.local.section20ReviewMonths, 1...24,
            "Months between looks at legal planning for a child under section 20 (LG03)."),
        .number(
            "practice.distant_miles", \.local.distantMiles, 1...500,
            "Miles from home at which a placement is called distant."),
        .clock(
            "practice.office_opens", \.local.officeHours.opens,
            "From when on a working day the manager on duty is told of what is urgent, as 09:00."),
        .clock(
            "practice.office_closes", \.local.officeHours.closes,
            "From when the out-of-hours team is told instead, as 17:00."),
        .whole(
            "practice.urgent_minutes", \.local.urgentMinutes, 5...480,
            "Minutes after which what was said urgently, and nobody acknowledged, goes to whoever is above."),
        .text(
            "practice.urgent_telephone", \.local.urgentTelephone,
            "Where to telephone, beside 999, if a child is at risk, as pages about one say it.",
            expecting: ("a telephone number, as 01632 960000", isTelephone)),
        .whole(
            "practice.put_off_days", \.local.putOffDays, 1...90,
            "Days that something to join up which the law or a child's safety asks for can be put off at the most."),
        .whole(
            "practice.not_so_percent", \.local.notSoPercent, 1...100,
            "How much of one kind of thing to join up may be not so, in percent, before the kind leaves My work."),
        .whole(
            "practice.visit_written_days", \.local.visitWrittenDays, 1...20,
            "Working days in which a visit is to be written up (VI13)."),
        .intervals(
            "practice.school_terms", \.local.schoolTerms,
            "The school terms, each as 2025-09-03/2025-12-19, for education plans each term (ED03)."),
        .text("assets", \.assets, "The folder that style sheets and scripts are served from."),
        .text("lists", \.lists, "The folder with the list of passwords that are tried first, and so refused."),
        .text("places", \.places, "The table of postcodes; else .places/postcodes.bin where there is one."),
        .text("server.address", \.server.address, "The address to answer on."),
        .whole("server.port", \.server.port, 1...65_535, "The port to answer on."),
        .text(
            "server.url", \.server.url, "Where people reach the service, for links in emails.",
            expecting: (
                "an address that starts with https:// (or http:// for this machine)",
                { $0.hasPrefix("https://") || $0.hasPrefix("http://127.0.0.1") || $0.hasPrefix("http://localhost") }
            )),
        .list(
            "server.trusted_proxies", \.server.trustedProxies,
            "Addresses of the proxies whose word on who is asking is taken."),
        .text("server.tls_certificate", \.server.tlsCertificate, "A certificate chain in PEM, to serve TLS itself."),
        .text("server.tls_key", \.server.tlsKey, "The certificate's key in PEM."),
        .whole(
            "server.metrics_port", \.server.metricsPort, 1...65_535,
            "The port of this machine that metrics are read from; none where it is not set."),
        .whole(
            "server.body_limit", \.server.bodyLimit, 65_536...(1 << 30), "The longest body that is taken, in bytes."),
        .whole(
            "server.idle_seconds", \.server.idleSeconds, 1...3600, "Seconds that a connection may say nothing for."),
        .whole(
            "server.request_seconds", \.server.requestSeconds, 1...3600,
            "Seconds that somebody may take to send one request."),
        .whole(
            "sessions.idle_minutes", \.sessions.idleMinutes, 1...1440,
            "Minutes without a request after which somebody signs in again."),
        .whole(
            "sessions.absolute_minutes", \.sessions.absoluteMinutes, 1...10_080,
            "Minutes after which somebody signs in again whatever they do."),
        .choice("log.format", \.log.format, "How the log is written: text for people, json for programs."),
        .choice("log.level", \.log.level, "The least that is logged; info logs every request."),
        .text(
            "documents.clamd", \.documents.clamd,
            "The socket of ClamAV's daemon, as /run/clamav/clamd.ctl; without it documents say that they were not scanned."
        ),
        .text(
            "printing.chromium", \.printing.chromium,
            "Chromium, as /usr/bin/chromium, which makes tagged PDFs; without it people print from their browser."),
        .text("mail.host", \.mail.host, "The mail server; no email is sent where it is not set."),
        .whole("mail.port", \.mail.port, 1...65_535, "The mail server's port."),
        .choice(
            "mail.security", \.mail.security,
            "starttls or tls; none only for a server on this machine."),
        .text(
            "mail.from", \.mail.from, "The address that emails are from.",
            expecting: ("an email address", { $0.split(separator: "@").count == 2 && !$0.contains(" ") })),
        .text("mail.user", \.mail.user, "The name to sign in to the mail server with, where it asks for one."),
        .text("mail.password", \.mail.password, "The password to sign in to the mail server with.", isSecret: true),
        .text("mail.authorities", \.mail.authorities, "A file of certificates to trust; else the machine's own."),
    ]

    /// By their keys.
    static let named = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    private static let isTelephone: @Sendable (String) -> Bool = { text in
        text.count <= 40 && text.filter(\.isNumber).count >= 3
            && text.allSatisfy { $0.isASCII && ($0.isNumber || " +()-".contains($0)) }
    }

    private static let isAreaCode: @Sendable (String) -> Bool = {
        $0.utf8.count == 9 && $0.first.map { "ESWN".contains($0) } == true && $0.dropFirst().allSatisfy(\.isNumber)
    }
}
