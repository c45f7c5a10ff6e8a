import CmdletKit
import Values

/// Invoke-RestMethod.
typealias InvokeRestMethod = WebCmdlet<RestMethod>

enum RestMethod: WebCmdletKind {
    static let declaration = WebCmdlet<Self>.declaration(
        "Invoke-RestMethod", alias: "irm",
        synopsis: "Sends a request over HTTP and gives what the answer holds: JSON as objects, XML.",
        outputs: ["System.Object", "System.String", "System.Xml.XmlDocument"],
        example: Example("(Invoke-RestMethod https://example.org/status.json).state", "A value of an answer.", runs: .never))

    static func write(_ response: WebResponse, _ runtime: any CmdletRuntime) throws {
        let text = response.text
        if response.isXML, let document = try? XMLParser.document(text) {
            try runtime.write(XMLObject.box(document))
            return
        }
        var reader = JSONReader(text, maximumDepth: 1024, asHashtable: false)
        if response.isJSON || text.drop(while: \.isWhitespace).first.map({ "{[".contains($0) }) == true,
            let value = try? reader.read()
        {
            try runtime.write(value)
            return
        }
        try runtime.write(.string(text))
    }
}
