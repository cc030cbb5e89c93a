using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Storage;

namespace Gateway.Cloud.Tests.Contract.Storage;

public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Folder_and_the_parents_made_for_it_are_open_to_the_owner_alone()
    {
        PrivateFiles.CreateDirectory(_folder.File("a/b/c/"));

        Assert.All(["a", "a/b", "a/b/c"], name => Assert.Equal(OwnerFile | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File(name))));
    }

    [Fact]
    public void Folder_that_is_there_keeps_its_mode()
    {
        var shared = Directory.CreateDirectory(_folder.File("shared"), OwnerFile | UnixFileMode.UserExecute | UnixFileMode.GroupRead).FullName;

        PrivateFiles.CreateDirectory(shared);

        Assert.True(File.GetUnixFileMode(shared).HasFlag(UnixFileMode.GroupRead));
    }

    [Fact]
    public void Folder_that_cannot_be_made_is_named_with_the_fix()
    {
        File.WriteAllText(_folder.File("taken"), "a file");

        var error = Assert.Throws<IOException>(() => PrivateFiles.CreateDirectory(_folder.File("taken/data")));

        Assert.Contains("taken/data cannot be made", error.Message, StringComparison.Ordinal);
        Assert.Contains("DataDirectory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_file_is_private_and_a_taken_name_keeps_its_bytes()
    {
        var path = _folder.File("key");

        Assert.True(PrivateFiles.WriteNew(path, "first"u8));
        Assert.False(PrivateFiles.WriteNew(path, "second"u8));

        Assert.Equal(OwnerFile, File.GetUnixFileMode(path));
        Assert.True(PrivateFiles.IsPrivate(path));
        Assert.Equal("first", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Replaced_file_holds_the_new_bytes_alone()
    {
        var path = _folder.File("state");
        PrivateFiles.WriteNew(path, "old"u8);

        PrivateFiles.Replace(path, _folder.File("state.tmp"), "new"u8);

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void File_that_others_may_read_is_not_private()
    {
        var path = _folder.File("open");
        PrivateFiles.WriteNew(path, "text"u8);
        File.SetUnixFileMode(path, OwnerFile | UnixFileMode.OtherRead);

        Assert.False(PrivateFiles.IsPrivate(path));
    }

    public void Dispose() => _folder.Dispose();
}
