/// What holds for every request of a connection.
struct HTTPSettings: Sendable, Hashable {
    /// Says who asks and whom to write to.
    var userAgent: String
    /// Whether addresses of a private network or of this machine may be asked.
    var allowsPrivateAddresses = false
    /// The only proxy; those of the environment are not used, as a night must not depend on who starts it. Where there
    /// is one it resolves the names, so that it has to refuse private addresses itself.
    var proxy: String?
    /// File of the certificates to trust. Nil: those of the system.
    var certificates: String?

    init(userAgent: String) { self.userAgent = userAgent }
}
