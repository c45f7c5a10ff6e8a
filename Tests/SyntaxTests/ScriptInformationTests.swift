import SourceText
import Syntax
import Testing

@Suite struct ScriptInformationTests {
    @Test func `comment-based help is found in and before a function`() throws {
        let inside = parse(
            """
            function Get-X {
                <#
                .SYNOPSIS
                    Gets an X.
                .DESCRIPTION
                    Gets it
                      slowly.
                .PARAMETER Name
                    The name.
                .EXAMPLE
                    Get-X -Name a

                    Gets a.
                .EXAMPLE
                    Get-X
                .LINK
                    Set-X
                #>
                param($Name)
                1
            }
            """)
        let body = try #require(function(of: inside)?.body)
        let help = try #require(body.help)
        #expect(help.synopsis == "Gets an X.")
        #expect(help.description == "Gets it\n  slowly.")
        #expect(help.parameters.map { [$0.name, $0.text] } == [["Name", "The name."]])
        #expect(help.examples == ["Get-X -Name a\n\nGets a.", "Get-X"])
        #expect(help.links == ["Set-X"])

        let before = parse("# .SYNOPSIS\n# One.\n\nfunction f { 1 }")
        #expect(function(of: before)?.body.help?.synopsis == "One.")
        #expect(before.script.help == nil)
        let ordinary = parse("# just a comment\nfunction f { 1 }")
        #expect(function(of: ordinary)?.body.help == nil)
        let atEnd = parse("function f {\n 1\n <# .SYNOPSIS\n End. #>\n}")
        #expect(function(of: atEnd)?.body.help?.synopsis == "End.")
    }

    @Test func `a script's help stands at its begin`() {
        let script = parse("<#\n.SYNOPSIS\nA script.\n#>\nparam($x)\n1")
        #expect(script.script.help?.synopsis == "A script.")
    }

    @Test func `requires comments are gathered`() throws {
        let script = parse("#requires -Version 7.2 -RunAsAdministrator\n#Requires -Modules A, 'B'\n#requires -PSEdition Core\n1")
        let requirements = try #require(script.script.requirements)
        #expect(requirements.version == "7.2")
        #expect(requirements.needsAdministrator)
        #expect(requirements.modules == ["A", "B"])
        #expect(requirements.editions == ["Core"])
    }

    @Test func `spans give back the source`() throws {
        let text = "$x = { Get-Item 'a' -Force }  # c"
        let result = parse(text)
        guard case .assignment(let assignment)? = result.script.endBlock?.statements.first,
            case .pipeline(let pipeline) = assignment.value, case .expression(.scriptBlock(let block), _)? = pipeline.elements.first
        else { throw Unexpected() }
        #expect(result.file.text(of: assignment.span) == "$x = { Get-Item 'a' -Force }")
        #expect(block.file.text(of: block.span) == "{ Get-Item 'a' -Force }")
        #expect(block.file.text(of: block.bodySpan) == " Get-Item 'a' -Force ")
        guard case .pipeline(let inner)? = block.endBlock?.statements.first, case .command(let command)? = inner.elements.first
        else { throw Unexpected() }
        #expect(result.file.text(of: command.span) == "Get-Item 'a' -Force")
        #expect(result.file.text(of: inner.span) == "Get-Item 'a' -Force")
        #expect(command.elements.map { result.file.text(of: $0.span) } == ["'a'", "-Force"])
    }

    private struct Unexpected: Error {}

    private func function(of result: ParseResult) -> FunctionDefinition? {
        for case .function(let definition) in result.script.endBlock?.statements ?? [] { return definition }
        return nil
    }
}
