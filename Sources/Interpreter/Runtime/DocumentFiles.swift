import Values

/// `Load` and `Save` of System.Xml.XmlDocument. A service, because the type is declared in Values, which knows neither session nor
/// file system.
package protocol DocumentFiles: AnyObject {
    /// Runs `Load` or `Save`.
    /// - Returns: nil for other receivers and methods.
    /// - Throws: `ValueError` for a file that cannot be read or written, or that is no XML.
    func invoke(_ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value?
}
