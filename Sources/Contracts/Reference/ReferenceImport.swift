import Foundation

/// Puts code lists that a user has fetched where `ReferenceLists` finds them.
public enum ReferenceImport {
    /// What was imported.
    public struct Summary: Hashable, Sendable {
        /// The list.
        public let list: ReferenceList
        /// The rows or features of the file.
        public let read: Int
        /// The codes that are in force.
        public let kept: Int
        /// The codes that the list has as withdrawn.
        public let withdrawn: Int
    }

    /// Checks a file and installs it in a folder, which is made if it is not there. The list that was there before stays
    /// until the new one is on the disk, and after any failure.
    ///
    /// - Throws: `ReferenceFileError` where the file is not such a list, `FileAccessError` where a file cannot be read or
    ///   written.
    public static func install(_ list: ReferenceList, from file: String, into directory: String) throws -> Summary {
        let content = try ReferenceFile(path: file)
        let summary = try check(list, content)
        try OutputFolder.make(directory)
        try replace(directory + "/" + list.fileName, with: content.bytes, in: directory)
        return summary
    }

    /// Checks a file without installing it.
    ///
    /// - Throws: as `install`.
    public static func check(_ list: ReferenceList, file: String) throws -> Summary {
        try check(list, ReferenceFile(path: file))
    }

    private static func check(_ list: ReferenceList, _ file: ReferenceFile) throws -> Summary {
        switch list {
        case .commodities:
            let read = try CommodityList(file: file)
            return Summary(list: list, read: read.rowsRead, kept: read.count, withdrawn: 0)
        case .units:
            let read = try UnitList(file: file)
            return Summary(list: list, read: read.rowsRead, kept: read.count, withdrawn: read.withdrawnCount)
        case .wards:
            let read = try WardList(file: file)
            return Summary(list: list, read: read.rowsRead, kept: read.count, withdrawn: 0)
        }
    }

    /// Writes beside the file, lets the disk have it, and renames.
    private static func replace(_ path: String, with bytes: [UInt8], in directory: String) throws(FileAccessError) {
        var name = Array((path + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&name)
        let temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw FileAccessError(path: path, code: errno) }
        do throws(FileAccessError) {
            defer { close(descriptor) }
            try OutputFile.write(bytes, to: descriptor, path: temporary)
            guard fchmod(descriptor, 0o644) == 0, fsync(descriptor) == 0 else {
                throw FileAccessError(path: temporary, code: errno)
            }
            guard rename(temporary, path) == 0 else { throw FileAccessError(path: path, code: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        try synchronize(directory: directory)
    }

    private static func synchronize(directory: String) throws(FileAccessError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileAccessError(path: directory, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileAccessError(path: directory, code: errno) }
    }
}
