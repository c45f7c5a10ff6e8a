import Values

/// `Load` and `Save` of System.Xml.XmlDocument: the document is one of the language's own objects, which know of no session and its files.
package protocol DocumentFiles: AnyObject {
    /// - Returns: nil for other objects and methods.
    func invoke(_ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value?
}
