/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "network-fixture.h"

/* A network monitor that says what the test wants. */

typedef struct
{
  GObject parent_instance;

  gboolean available;
} FakeMonitor;

typedef GObjectClass FakeMonitorClass;

GType fake_monitor_get_type (void);

static FakeMonitor *the_monitor;

static void fake_monitor_network_monitor_init (GNetworkMonitorInterface *interface);
static void fake_monitor_initable_init (GInitableIface *interface);

G_DEFINE_TYPE_WITH_CODE (FakeMonitor, fake_monitor, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, fake_monitor_initable_init)
                             G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR,
                                                    fake_monitor_network_monitor_init))

enum
{
  PROP_AVAILABLE = 1,
  PROP_METERED,
  PROP_CONNECTIVITY
};

static void
fake_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FakeMonitor *self = (FakeMonitor *) object;

  if (id == PROP_AVAILABLE)
    g_value_set_boolean (value, self->available);
  else if (id == PROP_METERED)
    g_value_set_boolean (value, FALSE);
  else
    g_value_set_enum (value, self->available ? G_NETWORK_CONNECTIVITY_FULL : G_NETWORK_CONNECTIVITY_LOCAL);
}

static void
fake_monitor_class_init (FakeMonitorClass *klass)
{
  klass->get_property = fake_monitor_get_property;
  g_object_class_override_property (klass, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (klass, PROP_METERED, "network-metered");
  g_object_class_override_property (klass, PROP_CONNECTIVITY, "connectivity");
}

static void
fake_monitor_init (FakeMonitor *self)
{
  self->available = TRUE;
  the_monitor = self;
}

static void
fake_monitor_network_monitor_init (GNetworkMonitorInterface *interface)
{
}

static gboolean
fake_monitor_initable_initialize (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
fake_monitor_initable_init (GInitableIface *interface)
{
  interface->init = fake_monitor_initable_initialize;
}

void
network_fixture_install (void)
{
  g_setenv ("GIO_USE_NETWORK_MONITOR", "test", TRUE);
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, fake_monitor_get_type (), "test",
                                  100);
  g_assert_true (g_type_is_a (G_OBJECT_TYPE (g_network_monitor_get_default ()), fake_monitor_get_type ()));
}

void
network_fixture_set_available (gboolean available)
{
  the_monitor->available = available;
  g_signal_emit_by_name (the_monitor, "network-changed", available);
}
