/// `exit.json`: how the last run ended.
package struct ExitRecord: Sendable, Codable, Hashable {
    package var exitCode: Int32
    package var reason: String?
    /// Seconds since 1970.
    package var ended: Double

    package init(exitCode: Int32, reason: String?, ended: Double) {
        self.exitCode = exitCode
        self.reason = reason
        self.ended = ended
    }
}
