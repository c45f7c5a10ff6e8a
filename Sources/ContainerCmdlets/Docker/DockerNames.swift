/// Random names for containers that get none: an adjective and a person of computing's history, in docker's style.
enum DockerNames {
    /// A name that is not taken; empty if 100 tries find none.
    static func random(except taken: Set<String>) -> String {
        for _ in 0..<100 {
            guard let mood = moods.randomElement(), let person = people.randomElement() else { break }
            let name = "\(mood)_\(person)"
            if !taken.contains(name) { return name }
        }
        // The engine makes a name from the ID when the name is empty.
        return ""
    }

    private static let moods = [
        "able", "amber", "astute", "blithe", "brisk", "calm", "candid", "civil", "crisp", "deft", "earnest", "even", "fair",
        "fleet",
        "frank", "gentle", "glad", "hale", "hardy", "ideal", "jolly", "keen", "kind", "lively", "lucid", "mellow", "merry", "mild",
        "neat", "nimble", "open", "patient", "plucky", "proud", "quick", "quiet", "rapid", "ready", "serene", "sharp", "snug",
        "solid", "spry", "steady", "sunny", "swift", "tidy", "trusty", "upbeat", "vivid", "warm", "witty", "wry", "zesty",
    ]

    private static let people = [
        "abbott", "aiken", "allen", "backus", "bartik", "bell", "berners", "boole", "brooks", "carmack", "cerf", "church", "clarke",
        "codd", "conway", "cook", "cray", "dahl", "dijkstra", "eckert", "engelbart", "estrin", "feinler", "floyd", "goldberg",
        "goldstine", "granville", "gray", "hamilton", "hamming", "hoare", "holberton", "holmes", "hopper", "iverson", "karp", "kay",
        "kemeny", "kilburn", "kleene", "knuth", "lamport", "liskov", "lovelace", "mauchly", "mccarthy", "meltzer", "milner",
        "naur", "neumann", "noether", "nygaard", "perlis", "perlman", "postel", "rabin", "ritchie", "sammet", "shannon", "shirley",
        "spence", "stallman", "sutherland", "tarjan", "thompson", "torvalds", "turing", "wilkes", "wirth", "zuse",
    ]
}
