import Standards

/// Everything about a service that its council decides for itself. What each means, and what it is where nobody says, is
/// in the table of ``Setting/all``.
public struct Settings: Hashable, Sendable {
    /// The council's name, as pages and emails give it.
    public var authorityName = ""
    /// What rules may take from the council: months, miles, area, population.
    public var local = LocalSettings()
    /// The folder that style sheets and scripts are served from.
    public var assets = ".assets"
    /// The folder with the list of common passwords.
    public var lists = ".lists"
    /// The table of postcodes; empty for the one that `make setup` leaves, where there is one.
    public var places = ""
    public var server = Server()
    public var sessions = Sessions()
    public var log = Log()
    public var mail = Mail()
    public var documents = Documents()
    public var printing = Printing()

    public init() {}

    public struct Server: Hashable, Sendable {
        public var address = "127.0.0.1"
        public var port = 8080
        /// Where people reach the service, for links in emails: `https://throughline.council.gov.uk`.
        public var url = ""
        /// Addresses of the proxies whose word on who is asking is taken.
        public var trustedProxies: [String] = []
        public var tlsCertificate = ""
        public var tlsKey = ""
        /// The loopback port that metrics are read from; nil for none.
        public var metricsPort: Int?
        /// The longest body that is taken, in bytes: a large authority's return, not zipped, and to spare.
        public var bodyLimit = 128 << 20
        /// Seconds that a connection may say nothing for.
        public var idleSeconds = 30
        /// Seconds that somebody may take to send one request.
        public var requestSeconds = 120

        public init() {}
    }

    public struct Sessions: Hashable, Sendable {
        /// Minutes without a request after which somebody has to sign in again.
        public var idleMinutes = 30
        /// Minutes after which somebody has to sign in again whatever they do.
        public var absoluteMinutes = 720

        public init() {}
    }

    public struct Log: Hashable, Sendable {
        public enum Format: String, Hashable, Sendable, CaseIterable { case text, json }
        public enum Level: String, Hashable, Sendable, CaseIterable { case debug, info, notice, warning, error }

        public var format = Format.text
        public var level = Level.notice

        public init() {}
    }

    public struct Documents: Hashable, Sendable {
        /// The socket of ClamAV's daemon, which looks at each file before it is kept; empty where none does.
        public var clamd = ""

        public init() {}
    }

    public struct Printing: Hashable, Sendable {
        /// The path of Chromium, which makes PDFs of pages; empty where people print from their own browser.
        public var chromium = ""

        public init() {}
    }

    public struct Mail: Hashable, Sendable {
        /// How the connection to the mail server is kept private.
        public enum Security: String, Hashable, Sendable, CaseIterable {
            /// Encrypted after a greeting in the open; refused where the server cannot.
            case starttls
            /// Encrypted from the first byte.
            case tls
            /// In the open: for a server on this machine, and for no other.
            case none
        }

        /// The mail server; empty where no email is sent.
        public var host = ""
        public var port = 587
        public var security = Security.starttls
        /// The address that emails are from.
        public var from = ""
        public var user = ""
        public var password = ""
        /// A file with the certificates to trust; empty for the machine's own.
        public var authorities = ""

        public init() {}
    }
}
