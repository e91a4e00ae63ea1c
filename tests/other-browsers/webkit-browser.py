#!/usr/bin/python3
"""A window of WebKitGTK for WebDriver. Its own MiniBrowser is always a private window then, where WebKit keeps no files.

LONGHAUL_WEBKIT_FOLDER names the folder for what sites store; what is downloaded goes into `downloads` there.
LONGHAUL_WEBKIT_FEATURES names features to turn on, by commas.
"""

import os
import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

folder = os.environ["LONGHAUL_WEBKIT_FOLDER"]
features = os.environ["LONGHAUL_WEBKIT_FEATURES"].split(",")


def make_view(_session):
    settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
    all_features = WebKit2.Settings.get_all_features()
    for feature in map(all_features.get, range(all_features.get_length())):
        if feature.get_identifier() in features:
            settings.set_feature_enabled(feature, True)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    window = Gtk.Window(default_width=1280, default_height=800)
    window.add(view)
    view.connect("close", lambda _view: window.destroy())
    window.show_all()
    return view


def save(_context, download):
    download.connect("decide-destination", lambda d, name: d.set_destination(f"file://{folder}/downloads/{name}"))


context = WebKit2.WebContext(
    website_data_manager=WebKit2.WebsiteDataManager(
        base_data_directory=f"{folder}/data", base_cache_directory=f"{folder}/cache"
    )
)
context.set_automation_allowed(True)
context.connect("automation-started", lambda _context, session: session.connect("create-web-view", make_view))
context.connect("download-started", save)
Gtk.main()
