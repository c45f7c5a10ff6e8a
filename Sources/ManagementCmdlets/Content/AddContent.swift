import CmdletKit

/// Add-Content.
typealias AddContent = WriteContent<AddMode>

enum AddMode: ContentMode {
    static let name = "Add-Content"
    static let aliases: [String] = []
    static let synopsis = "Writes at the end of a file."
    static let appends = true
    static let action = "Add Content"
    static let example = Example(
        "Add-Content /tmp/bulkhead-example.txt 1,2; (Get-Content /tmp/bulkhead-example.txt).Count; Remove-Item /tmp/bulkhead-example.txt",
        "Two lines.", output: "2")
}
