using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Accounts;

/// <summary>The tables of <c>accounts.db</c>; <c>user_version</c> numbers them.</summary>
internal static class AccountSchema
{
    // account_token holds the secrets of second factors and the recovery codes.
    private const string Tables = """
        CREATE TABLE account (
          Id TEXT PRIMARY KEY,
          UserName TEXT NOT NULL,
          NormalizedUserName TEXT NOT NULL UNIQUE,
          PasswordHash TEXT,
          SecurityStamp TEXT NOT NULL,
          ConcurrencyStamp TEXT NOT NULL,
          TwoFactorEnabled INTEGER NOT NULL,
          LockoutEnabled INTEGER NOT NULL,
          LockoutEnd TEXT,
          AccessFailedCount INTEGER NOT NULL,
          Person TEXT NOT NULL,
          Role TEXT NOT NULL,
          RoleSince TEXT NOT NULL,
          CreatedAt TEXT NOT NULL,
          Disabled INTEGER NOT NULL,
          MustChangePassword INTEGER NOT NULL,
          Language TEXT) STRICT;
        CREATE TABLE account_token (
          UserId TEXT NOT NULL REFERENCES account (Id),
          LoginProvider TEXT NOT NULL,
          Name TEXT NOT NULL,
          Value TEXT,
          PRIMARY KEY (UserId, LoginProvider, Name)) STRICT;
        PRAGMA user_version = 1;
        """;

    /// <summary>Opens the file, private to the gateway's user; makes it where there is none.</summary>
    public static SqliteConnection Open(string file) => RegistryFile.Open(file, Tables);
}
