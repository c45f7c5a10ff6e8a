import CmdletKit
import Values

/// Invoke-RestMethod: a `WebCmdlet` that writes the parsed content.
typealias InvokeRestMethod = WebCmdlet<RestMethod>

/// What Invoke-RestMethod has of its own: it writes JSON as objects, XML as a document, other content as text.
enum RestMethod: WebCmdletKind {
    static let declaration = WebCmdlet<Self>.declaration(
        "Invoke-RestMethod", alias: "irm", synopsis: "Sends a request over HTTP and writes what the answer holds.",
        description: """
            Writes JSON as objects, XML as an XmlDocument and everything else as text. The program curl sends the request. \
            An answer whose status is no success is a terminating error with the answer's text, unless \
            -SkipHttpErrorCheck is given. Passwords and tokens go over https only, unless -AllowUnencryptedAuthentication is \
            given, and never stand in a list of arguments.
            """,
        outputs: ["System.Management.Automation.PSCustomObject", "System.Xml.XmlDocument", "System.String"],
        examples: [
            Example("(Invoke-RestMethod https://example.org/status.json).state", "Reads a value of an answer.", runs: .never),
            Example(
                "Invoke-RestMethod https://example.org/fruit -Method Post -Body (@{ name = 'fig' } | ConvertTo-Json) -ContentType application/json",
                "Sends an object as JSON.", runs: .never),
            Example(
                "try { Invoke-RestMethod http://example.org -Authentication Bearer } catch { \"refused: $($_.CategoryInfo.Category)\" }",
                "Bearer authentication needs a token: nothing is sent without one.",
                output: "refused: InvalidArgument"),
        ])

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
