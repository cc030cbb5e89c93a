using Gateway.Cloud.Station.Accounts;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Storage;

/// <summary>The station's database: events, media, alerts, accounts. Its tables are made by the numbered scripts in Migrations.</summary>
internal sealed class StationDatabase(DbContextOptions<StationDatabase> options)
    : IdentityDbContext<Officer, IdentityRole, string>(options)
{
    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<MediumRow> Media => Set<MediumRow>();

    public DbSet<JournalRangeRow> JournalRanges => Set<JournalRangeRow>();

    public DbSet<CompoundRow> Compounds => Set<CompoundRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<AlertMediumRow> AlertMedia => Set<AlertMediumRow>();

    public DbSet<CommandRow> Commands => Set<CommandRow>();

    public DbSet<DeviceStateRow> DeviceStates => Set<DeviceStateRow>();

    public DbSet<QuarantineRow> Quarantine => Set<QuarantineRow>();

    public DbSet<AlertMarkRow> AlertMarks => Set<AlertMarkRow>();

    public DbSet<PortraitViewRow> PortraitViews => Set<PortraitViewRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicroseconds>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<EventRow>(entity =>
        {
            entity.ToTable("events");
            entity.HasIndex(row => new { row.Source, row.EventId }).IsUnique();
            entity.HasIndex(row => new { row.Compound, row.Journal, row.Sequence }).IsUnique();
            entity.HasIndex(row => new { row.Kind, row.Id });
        });
        builder.Entity<MediumRow>(entity =>
        {
            entity.ToTable("media");
            entity.HasKey(row => new { row.Compound, row.Sha256 });
            entity.HasIndex(row => new { row.Compound, row.Stored });
        });
        builder.Entity<JournalRangeRow>(entity =>
        {
            entity.ToTable("journal_ranges");
            entity.HasKey(row => new { row.Compound, row.Journal, row.First });
        });
        builder.Entity<CompoundRow>().ToTable("compounds");
        builder.Entity<AlertRow>(entity =>
        {
            entity.ToTable("alerts");
            entity.HasIndex(row => new { row.Compound, row.Kind, row.Incident }).IsUnique();
            entity.HasIndex(row => row.Revision);
        });
        builder.Entity<AlertMediumRow>(entity =>
        {
            entity.ToTable("alert_media");
            entity.HasKey(row => new { row.Alert, row.Sha256 });
            entity.HasIndex(row => row.Sha256);
        });
        builder.Entity<CommandRow>(entity =>
        {
            entity.ToTable("commands");
            entity.HasIndex(row => row.Alert);
            entity.HasIndex(row => row.Finished);
        });
        builder.Entity<DeviceStateRow>(entity =>
        {
            entity.ToTable("device_states");
            entity.HasKey(row => new { row.Compound, row.Device });
        });
        builder.Entity<QuarantineRow>().ToTable("quarantine");
        builder.Entity<PortraitViewRow>(entity =>
        {
            entity.ToTable("portrait_views");
            entity.HasIndex(row => row.Alert);
        });
        builder.Entity<AlertMarkRow>(entity =>
        {
            entity.ToTable("alert_marks");
            entity.HasIndex(row => row.Alert);
        });
        AccountTables.Configure(builder);
        SnakeCase.Apply(builder);
    }
}
