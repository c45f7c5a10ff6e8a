import Foundation
import Testing

/// The links of the documentation.
@Suite struct LinkTests {
    private struct Link: Hashable {
        var path: String
        var anchor: String?
    }

    @Test(arguments: Project.pages) func `every link leads to a file`(_ page: String) throws {
        for link in try links(page) where !link.path.isEmpty {
            #expect(Project.exists(target(of: link, page)), "\(page): \(link.path)")
        }
    }

    @Test(arguments: Project.pages) func `every anchor is a heading`(_ page: String) throws {
        for link in try links(page) where link.path.isEmpty || link.path.hasSuffix(".md") {
            guard let anchor = link.anchor else { continue }
            let text = try String(contentsOf: target(of: link, page), encoding: .utf8)
            #expect(anchors(text).contains(anchor), "\(page): \(link.path)#\(anchor)")
        }
    }

    @Test func `there are pages with links`() throws {
        let all = try Project.pages.flatMap { try links($0) }
        #expect(Project.pages.count > 3 && all.count > 10)
    }

    @Test func `every page below docs can be reached`() throws {
        var reached: Set<String> = []
        var waiting = ["README.md", "CONTRIBUTING.md"]
        while let page = waiting.popLast() {
            guard reached.insert(page).inserted else { continue }
            waiting += try links(page).map { relative(target(of: $0, page)) }.filter { Project.pages.contains($0) }
        }
        #expect(Project.pages.filter { !reached.contains($0) } == [])
    }

    // MARK: Markdown

    /// The links to files of the project.
    private func links(_ page: String) throws -> [Link] {
        prose(try Project.text(page)).matches(of: #/\]\(([^)\s#]*)(?:#([^)\s]*))?\)/#).map { match in
            Link(path: String(match.1), anchor: match.2.map(String.init))
        }
        .filter { !$0.path.contains("://") }
    }

    /// A page without its blocks of code.
    private func prose(_ text: String) -> String { text.replacing(#/(?ms)^ *```.*?^ *```/#, with: "") }

    private func target(of link: Link, _ page: String) -> URL {
        let file = Project.root.appending(path: page)
        return link.path.isEmpty ? file : file.deletingLastPathComponent().appending(path: link.path).standardizedFileURL
    }

    private func relative(_ url: URL) -> String { String(url.path.dropFirst(Project.root.standardizedFileURL.path.count + 1)) }

    /// The anchors of a page's headings, as GitHub makes them: lower case, hyphens for blanks, no other punctuation.
    private func anchors(_ text: String) -> Set<String> {
        Set(
            prose(text).split(separator: "\n").filter { $0.hasPrefix("#") }.map { heading in
                String(
                    heading.drop { $0 == "#" || $0 == " " }.lowercased().compactMap { character -> Character? in
                        if character == " " { return "-" }
                        return character.isLetter || character.isNumber || character == "-" || character == "_" ? character : nil
                    })
            })
    }
}
