import Foundation

/// The bytes of a file of a code list.
struct ReferenceFile {
    let path: String
    let bytes: [UInt8]

    /// Reads a file; nil where it is not there and may lack.
    init?(path: String, absentIfMissing: Bool) throws {
        let source: ByteSource
        do throws(FileAccessError) {
            source = try ByteSource(path: path)
        } catch {
            if absentIfMissing, error.code == ENOENT { return nil }
            throw error
        }
        var bytes: [UInt8] = []
        while try source.append(to: &bytes) {
            guard bytes.count <= ReferenceLimits.fileBytes else {
                throw ReferenceFileError(
                    file: path,
                    refusals: [
                        LineRefusal(
                            line: 1, Refusal(.recordTooLarge, "it is larger than \(ReferenceLimits.fileBytes) bytes"))
                    ])
            }
        }
        self.path = path
        self.bytes = bytes
    }

    /// Reads a file that must be there.
    init(path: String) throws {
        guard let file = try ReferenceFile(path: path, absentIfMissing: false) else {
            throw FileAccessError(path: path, code: ENOENT)
        }
        self = file
    }
}
